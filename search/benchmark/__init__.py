"""Measures the search: what it finds, how long it takes, how much memory it needs, and that nothing breaks it.

`make bench-search`, or one part of it: ``python -m search.benchmark quality``.
"""
