"""Where something is: what organisations and places say alike, and how editors fill it in."""

import unicodedata
from decimal import Decimal, InvalidOperation

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from council.places.coordinates import is_in_japan, parse_pair, rounded

_NOT_IN_JAPAN = _(
    "This point is not in Japan. The latitude lies between 20.4 and 45.6, the longitude between 122.9 and 154."
)
_WRONG_WAY_ROUND = _(
    "Latitude and longitude seem to be the wrong way round: in Japan the longitude is the larger number."
)


class LocatedPageForm(WagtailAdminPageForm):
    """Takes both coordinates where somebody has pasted them into the first field, as maps hand them out."""

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(with_coordinates_apart(data), *args, **kwargs)


class LocatedMixin(models.Model):
    """District, address, the way there, and the point on the map; brings its panel and its rule."""

    area = models.CharField(_("district"), blank=True, max_length=50, help_text=_("For the list by district."))
    address = models.CharField(_("address"), blank=True, max_length=200)
    access = models.TextField(_("how to get there"), blank=True)
    latitude = models.DecimalField(
        _("latitude"),
        blank=True,
        null=True,
        max_digits=9,
        decimal_places=6,
        help_text=_("In degrees (WGS 84), such as 35.681236. You may paste both numbers here: 35.681236, 139.767125."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        blank=True,
        null=True,
        max_digits=9,
        decimal_places=6,
        help_text=_("In degrees (WGS 84), such as 139.767125."),
    )

    location_panel = MultiFieldPanel(
        [
            FieldPanel("area"),
            FieldPanel("address"),
            FieldPanel("access"),
            FieldRowPanel(
                [
                    # A field for numbers would not take the comma of a pair.
                    FieldPanel("latitude", widget=forms.TextInput(attrs={"inputmode": "text"})),
                    FieldPanel("longitude", widget=forms.TextInput(attrs={"inputmode": "decimal"})),
                ]
            ),
        ],
        heading=_("Place"),
    )

    class Meta:
        abstract = True

    @property
    def has_point(self):
        return self.latitude is not None and self.longitude is not None

    def clean(self):
        super().clean()
        if (self.latitude is None) != (self.longitude is None):
            empty = "latitude" if self.latitude is None else "longitude"
            raise ValidationError({empty: _("Give both latitude and longitude, or neither.")})
        if self.has_point and not is_in_japan(self.latitude, self.longitude):
            swapped = is_in_japan(self.longitude, self.latitude)
            raise ValidationError({"latitude": _WRONG_WAY_ROUND if swapped else _NOT_IN_JAPAN})


def with_coordinates_apart(data):
    """A form's data with a pasted pair in its two fields, in half-width digits and no finer than is stored."""
    if not data or "latitude" not in data:
        return data
    pair = parse_pair(data["latitude"])
    data = data.copy()
    if pair:
        data["latitude"], data["longitude"] = map(str, pair)
    else:
        data["latitude"], data["longitude"] = _tidy(data["latitude"]), _tidy(data.get("longitude", ""))
    return data


def _tidy(text):
    """What is no number stays as it was written, for the field to say so."""
    try:
        return str(rounded(Decimal(unicodedata.normalize("NFKC", text).strip())))
    except InvalidOperation:
        return text
