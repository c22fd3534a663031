"""Translated texts as such: what none may be, whoever wrote it and whichever way it came in."""
