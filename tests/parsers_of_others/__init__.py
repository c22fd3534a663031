"""What the site says to other programs, read by the parsers that those use."""
