"""What a reader may ask for."""

import unicodedata

from django import forms
from django.utils.translation import gettext_lazy as _

MAX_LENGTH = 100


class SearchForm(forms.Form):
    """One line of words. Whatever is typed is either a query or answered with a sentence."""

    q = forms.CharField(
        label=_("Search words"),
        required=False,
        max_length=MAX_LENGTH,
        error_messages={"max_length": _("Please search for fewer words (up to %(limit_value)d characters).")},
    )

    def clean_q(self):
        """Full-width letters and half-width kana as everybody else writes them (Unicode NFKC), one space a gap."""
        return " ".join(unicodedata.normalize("NFKC", self.cleaned_data["q"]).split())
