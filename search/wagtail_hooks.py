"""The editors' side."""

from search.staff import hooks as staff_hooks  # noqa: F401
