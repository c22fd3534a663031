"""Plan documents in, drafts out: bytes → text → typed parts (no Django up to here) → pages."""
