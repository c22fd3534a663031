"""Atom feeds of pages in several languages."""

from django.utils.feedgenerator import Atom1Feed


class AtomWithLanguages(Atom1Feed):
    """An entry that is not translated says which language it is in."""

    def item_attributes(self, item):
        return {**super().item_attributes(item), "xml:lang": item["language"]}
