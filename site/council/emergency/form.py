"""What only the council's settings and their wordings together can say: whether there is anything to show."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from council.translation.locales import source_locale


class EmergencyForm(WagtailAdminModelForm):
    """Refuses a level without words: nothing would be shown, and nobody would notice in time."""

    def is_valid(self):
        is_valid = super().is_valid()
        if self.is_bound and self.cleaned_data.get("emergency_level") and not self._has_title():
            self.add_error(
                "emergency_level",
                _("Nothing would be shown yet: write the emergency in one line, in the Japanese texts below."),
            )
            return False
        return is_valid

    def _has_title(self):
        """In the source language: its words are shown to readers of every other that has none."""
        forms = self.formsets["wordings"].forms
        return any(
            form.cleaned_data.get("emergency_title") and form.cleaned_data.get("locale") == source_locale()
            for form in forms
            if hasattr(form, "cleaned_data") and not form.cleaned_data.get("DELETE")
        )
