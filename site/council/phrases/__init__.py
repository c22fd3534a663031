"""Japanese headings break between phrases, in every browser: see docs/decisions/0019."""
