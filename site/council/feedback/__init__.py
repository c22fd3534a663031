"""Whether a page helped: asked at its end, counted by month, and nothing kept of who answered."""
