"""Pictures: in which sizes and formats they are made, when that happens, and what of a file readers never get."""
