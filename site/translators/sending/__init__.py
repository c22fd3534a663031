"""Sending pages and snippets for translation, with everything that has to be there for them."""

from django.dispatch import Signal

# After the commit. Arguments: translations, the list of `Translation` that was made; user, who sent it.
sent = Signal()
