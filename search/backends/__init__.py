"""Wagtail's search in databases, with our words: for the site's search as for every list of the editors' side."""
