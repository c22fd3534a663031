"""Places one can go to (居場所): a list by theme, district, day and distance, and over it a map."""
