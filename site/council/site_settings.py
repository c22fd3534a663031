"""The council's own name, logo and contact, for every page's head and foot."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Locale, Orderable

from council.emergency.banner import banner_now
from council.emergency.fields import EmergencyMixin, EmergencyWordingMixin
from council.emergency.form import EmergencyForm
from council.translation.locales import active_locale, source_locale
from council.validators import validate_phone
from council.where_to_turn.spoken import SpokenLanguagesField, spoken_languages


@register_setting(icon="home")
class CouncilSettings(EmergencyMixin, ClusterableModel, BaseSiteSetting):
    """What is the same in every language; the rest stands in `CouncilWording`."""

    logo = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("logo"),
        blank=True,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown beside the name, so it needs no text of its own."),
    )
    phone = models.CharField(_("telephone"), blank=True, max_length=30, validators=[validate_phone])
    fax = models.CharField(_("fax"), blank=True, max_length=30, validators=[validate_phone])
    email = models.EmailField(_("e-mail"), blank=True)
    languages = SpokenLanguagesField(
        _("languages"), help_text=_("In which somebody answers. Shown to all readers, each in its own script.")
    )

    shown_pictures = {"logo": ("logo",)}

    base_form_class = EmergencyForm

    panels = [
        EmergencyMixin.emergency_panel,
        FieldPanel("logo"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("phone"), FieldPanel("fax")]), FieldPanel("languages"), FieldPanel("email")],
            heading=_("How to reach the council"),
        ),
        InlinePanel("wordings", heading=_("Texts in each language"), label=_("Language"), min_num=1),
    ]

    class Meta:
        verbose_name = _("the council")
        verbose_name_plural = _("the council")

    @property
    def spoken(self):
        """The languages in which somebody answers: see `council.where_to_turn.spoken`."""
        return spoken_languages(self.languages)

    @classmethod
    def wording_for_reader(cls, site):
        """The `CouncilWording` in the reader's language, else Japanese, its ``settings`` read with it.

        A site that nobody has named yet is called like its front page.
        """
        own, source = active_locale().pk, source_locale().pk
        wordings = CouncilWording.objects.filter(settings__site=site, locale_id__in={own, source}).select_related(
            "settings__logo"
        )
        in_order = sorted(wordings, key=lambda wording: wording.locale_id != own)
        if in_order:
            in_order[0].emergency = banner_now(in_order)
            return in_order[0]
        return CouncilWording(
            name=site.site_name or site.root_page.title,
            locale_id=site.root_page.locale_id,
            settings=CouncilSettings(site=site),
        )


class CouncilWording(EmergencyWordingMixin, Orderable):
    """The council's texts in one language."""

    settings = ParentalKey(CouncilSettings, on_delete=models.CASCADE, related_name="wordings")
    locale = models.ForeignKey(Locale, verbose_name=_("language"), on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("the council's name"), max_length=100)
    short_name = models.CharField(_("short name"), blank=True, max_length=50)
    tagline = models.CharField(_("in one line"), blank=True, max_length=100)
    section_in_charge = models.CharField(_("section in charge of the site"), blank=True, max_length=100)
    address = models.CharField(_("address"), blank=True, max_length=200)
    hours = models.CharField(_("office hours"), blank=True, max_length=200)
    footer = models.TextField(_("text in the foot of every page"), blank=True, max_length=500)

    panels = [
        FieldPanel("locale"),
        FieldRowPanel([FieldPanel("name"), FieldPanel("short_name")]),
        FieldPanel("tagline"),
        FieldPanel("section_in_charge"),
        FieldPanel("address"),
        FieldPanel("hours"),
        FieldPanel("footer"),
        EmergencyWordingMixin.emergency_wording_panel,
    ]

    # What is urgent now, in this language or else in Japanese: set by `CouncilSettings.wording_for_reader`.
    emergency = None

    class Meta(Orderable.Meta):
        verbose_name = _("texts in one language")
        verbose_name_plural = _("texts in each language")
        constraints = [
            models.UniqueConstraint(fields=["settings", "locale"], name="council_wording_once_a_locale"),
        ]

    def __str__(self):
        return self.name
