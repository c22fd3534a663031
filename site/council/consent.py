"""Consent: without it no name, portrait or voice of a person is shown, and it can be taken back."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

CONSENT_FIELDS = ["consent_for", "consent_record", "consent_until", "consent_withdrawn_on"]


class ConsentMixin(models.Model):
    """What somebody agreed to, until when, where the paper is, and the day they took it back."""

    consent_for = models.TextField(
        _("consent for"),
        blank=True,
        help_text=_("What the person agreed to: name, portrait, words; on the site, in print."),
    )
    consent_record = models.CharField(
        _("where the consent is on file"),
        blank=True,
        max_length=200,
        help_text=_("The folder or number of the signed form. Without it nothing of this person is shown."),
    )
    consent_until = models.DateField(
        _("consent until"), blank=True, null=True, help_text=_("Left empty: until it is taken back.")
    )
    consent_withdrawn_on = models.DateField(
        _("consent taken back on"),
        blank=True,
        null=True,
        help_text=_("From this day on nothing of this person is shown, in any language."),
    )

    consent_panel = MultiFieldPanel(
        [
            FieldPanel("consent_for"),
            FieldPanel("consent_record"),
            FieldRowPanel([FieldPanel("consent_until"), FieldPanel("consent_withdrawn_on")]),
        ],
        heading=_("Consent"),
    )

    class Meta:
        abstract = True

    @property
    def has_consent(self):
        """Whether there is consent on record that holds today, in the council's time zone. See `consent_holds`."""
        today = timezone.localdate()
        if not self.consent_record:
            return False
        if self.consent_until and self.consent_until < today:
            return False
        return not (self.consent_withdrawn_on and self.consent_withdrawn_on <= today)


def consent_holds():
    """`ConsentMixin.has_consent` as a condition of a query."""
    today = timezone.localdate()
    return (
        ~Q(consent_record="")
        & (Q(consent_until__isnull=True) | Q(consent_until__gte=today))
        & (Q(consent_withdrawn_on__isnull=True) | Q(consent_withdrawn_on__gt=today))
    )
