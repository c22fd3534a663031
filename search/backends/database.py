"""The backend for whichever database the site runs on: ``WAGTAILSEARCH_BACKENDS`` names this module."""

from django.db import connection

if connection.vendor == "postgresql":
    from search.backends.postgres import SearchBackend
elif connection.vendor == "sqlite":
    from search.backends.sqlite import SearchBackend
else:
    from modelsearch.backends.database import SearchBackend

__all__ = ["SearchBackend"]
