"""Pages into the index: their text as readers see it, its lexemes, and what results are narrowed by."""
