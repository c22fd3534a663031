"""The editors' side, part by part."""
