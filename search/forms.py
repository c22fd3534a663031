"""What a reader may ask for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from council.middleware.form_texts import as_kept

MAX_LENGTH = 100


class SearchForm(forms.Form):
    """One line of words. Whatever is typed is either a question or answered with a sentence."""

    q = forms.CharField(
        label=_("Search words"),
        required=False,
        max_length=MAX_LENGTH,
        error_messages={"max_length": _("Please search for fewer words (up to %(limit_value)d characters).")},
    )

    def clean_q(self):
        """As it was typed, with one space a gap: the search itself sees to wide letters and half-width kana."""
        return " ".join(as_kept(self.cleaned_data["q"]).split())
