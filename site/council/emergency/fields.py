"""What an editor fills in: how urgent and how long in the council's settings, the words in those of each language."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel


class EmergencyMixin(models.Model):
    """The same in every language."""

    class Level(models.TextChoices):
        NOTICE = "notice", _("Notice")
        WARNING = "warning", _("Warning")
        EMERGENCY = "emergency", _("Emergency")

    emergency_level = models.CharField(
        _("how urgent"),
        blank=True,
        max_length=10,
        choices=Level.choices,
        help_text=_("Left empty: nothing is shown."),
    )
    emergency_from = models.DateTimeField(_("shown from"), blank=True, null=True, help_text=_("Left empty: at once."))
    emergency_until = models.DateTimeField(
        _("shown until"), blank=True, null=True, help_text=_("Left empty: until it is switched off.")
    )

    emergency_panel = MultiFieldPanel(
        [
            FieldPanel("emergency_level"),
            FieldRowPanel([FieldPanel("emergency_from"), FieldPanel("emergency_until")]),
        ],
        heading=_("Emergency: above every page, in all languages"),
        help_text=_(
            "Its words stand in the texts of each language below; where they are missing, the Japanese are shown."
        ),
    )

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        begins, ends = self.emergency_from, self.emergency_until
        if begins and ends and ends <= begins:
            raise ValidationError({"emergency_until": _("It has to end later than it begins.")})


class EmergencyWordingMixin(models.Model):
    """The words in one language."""

    emergency_title = models.CharField(_("emergency: in one line"), blank=True, max_length=100)
    emergency_text = models.TextField(_("emergency: what to do"), blank=True, max_length=500)
    emergency_link = models.URLField(_("emergency: web address with more"), blank=True)
    emergency_link_text = models.CharField(_("emergency: text of the link"), blank=True, max_length=100)

    emergency_wording_panel = MultiFieldPanel(
        [
            FieldPanel("emergency_title"),
            FieldPanel("emergency_text"),
            FieldRowPanel([FieldPanel("emergency_link"), FieldPanel("emergency_link_text")]),
        ],
        heading=_("Emergency"),
    )

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        for needed, given in (("emergency_title", "emergency_text"), ("emergency_link_text", "emergency_link")):
            if getattr(self, given) and not getattr(self, needed):
                raise ValidationError({needed: _("Needed with what stands beside it.")})
