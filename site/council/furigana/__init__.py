"""Furigana on the site: whose readings hold, what has been computed, and the rendition that shows them."""
