"""The rows of a place's opening hours, and the days on which it is closed."""

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from council.places.opening import HOLIDAY, LAST, Closure, Hours

# Hours that end by then end on the day after they began; a later end before the beginning is a slip.
LATEST_NEXT_MORNING = datetime.time(6)

DAYS = [*WEEKDAYS.items(), (HOLIDAY, _("Public holidays"))]


class Weeks(models.TextChoices):
    """Which such days of a month; what no choice says takes two rows."""

    FIRST = "1", pgettext_lazy("which weekday of the month", "1st")
    SECOND = "2", pgettext_lazy("which weekday of the month", "2nd")
    THIRD = "3", pgettext_lazy("which weekday of the month", "3rd")
    FOURTH = "4", pgettext_lazy("which weekday of the month", "4th")
    FIFTH = "5", pgettext_lazy("which weekday of the month", "5th")
    LAST = "last", pgettext_lazy("which weekday of the month", "last")
    FIRST_AND_THIRD = "1,3", pgettext_lazy("which weekday of the month", "1st and 3rd")
    SECOND_AND_FOURTH = "2,4", pgettext_lazy("which weekday of the month", "2nd and 4th")
    ALL_BUT_FIFTH = "1,2,3,4", pgettext_lazy("which weekday of the month", "1st to 4th")


class PlaceHours(TranslatableMixin, Orderable):
    """Hours on one day of the week; several rows a day where it closes at noon."""

    place = ParentalKey("council.PlacePage", on_delete=models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(_("day"), choices=DAYS)
    weeks = models.CharField(
        _("which of the month"),
        blank=True,
        max_length=7,
        choices=Weeks.choices,
        help_text=_("Left empty: every week."),
    )
    opens = models.TimeField(_("from"))
    closes = models.TimeField(_("to"), help_text=_("Up to 6:00, that of the next morning."))
    first_month = models.PositiveSmallIntegerField(
        _("from this month"), blank=True, null=True, choices=list(MONTHS.items())
    )
    last_month = models.PositiveSmallIntegerField(
        _("to this month"),
        blank=True,
        null=True,
        choices=list(MONTHS.items()),
        help_text=_("Both months are in it. Left empty: all year."),
    )
    note = models.CharField(
        _("note"), blank=True, max_length=100, help_text=_("Such as for whom, or that one has to book.")
    )

    panels = [
        FieldRowPanel([FieldPanel("weekday"), FieldPanel("weeks"), FieldPanel("opens"), FieldPanel("closes")]),
        FieldRowPanel([FieldPanel("first_month"), FieldPanel("last_month")]),
        FieldPanel("note"),
    ]
    translatable_fields = [
        TranslatableField("note"),
        *[
            SynchronizedField(name, overridable=False)
            for name in ("weekday", "weeks", "opens", "closes", "first_month", "last_month")
        ],
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")

    def __str__(self):
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"

    @property
    def row(self):
        """The row as `council.places.opening` reads it."""
        weeks = tuple(LAST if each == Weeks.LAST else int(each) for each in self.weeks.split(",") if each)
        months = (self.first_month, self.last_month) if self.first_month and self.last_month else None
        return Hours(self.weekday, self.opens, self.closes, weeks, months)

    def clean(self):
        super().clean()
        if self.opens and self.closes and LATEST_NEXT_MORNING < self.closes <= self.opens:
            raise ValidationError({"closes": _("It has to close later than it opens, or by 6:00 the next morning.")})
        if (self.first_month is None) != (self.last_month is None):
            empty = "first_month" if self.first_month is None else "last_month"
            raise ValidationError({empty: _("Give both the first and the last month, or neither.")})
        if self.weekday == HOLIDAY and self.weeks:
            raise ValidationError({"weeks": _("Public holidays are not counted by weeks: leave this empty.")})


class PlaceClosure(Orderable):
    """Days on which a place is closed whatever its hours say, such as around the new year."""

    place = ParentalKey("council.PlacePage", on_delete=models.CASCADE, related_name="closures")
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), help_text=_("The same again for a single day."))
    every_year = models.BooleanField(_("every year"), default=False, help_text=_("Then the year is not looked at."))

    panels = [FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day"), FieldPanel("every_year")])]

    class Meta(Orderable.Meta):
        verbose_name = _("closed days")
        verbose_name_plural = _("closed days")

    def __str__(self):
        return f"{self.first_day} – {self.last_day}"

    @property
    def row(self):
        """The days as `council.places.opening` reads them."""
        return Closure(self.first_day, self.last_day, self.every_year)

    def clean(self):
        super().clean()
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The last day is not before the first.")})
