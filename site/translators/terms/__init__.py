"""Terms in translations: what each has to be called, and where a translation calls it otherwise."""
