"""Draws the illustrations of the sample site."""
