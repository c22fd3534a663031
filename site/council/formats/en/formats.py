"""How English writes a date here: as it is said, day first, as the site's own texts do. Django's own has "Sept. 11, 2024"."""

DATE_FORMAT = "j F Y"
