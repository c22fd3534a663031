"""Into which languages, and whether with the pages below."""

from django import forms
from django.utils.translation import gettext_lazy as _

from translators.status.languages import name_of


class SendForm(forms.Form):
    """Offers only the locales in which there is nothing yet."""

    locales = forms.TypedMultipleChoiceField(
        label=_("Languages"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one language.")},
    )
    include_below = forms.BooleanField(label=_("Also the pages below"), required=False)

    def __init__(self, *args, locales, with_below, **kwargs):
        super().__init__(*args, **kwargs)
        by_id = {str(locale.pk): locale for locale in locales}
        self.fields["locales"].choices = [(pk, name_of(locale)) for pk, locale in by_id.items()]
        self.fields["locales"].coerce = by_id.get
        if not with_below:
            del self.fields["include_below"]
