"""One call to take part, or one place to get help, and until when it holds."""

from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from council.blocks.dates import DayBlock
from council.validators import validate_phone
from council.where_to_turn.spoken import SpokenLanguagesBlock, spoken_languages


class _UntranslatedBlock:
    """The same in every language, so no translator is asked for it."""

    def get_translatable_segments(self, value):
        return []

    def restore_translated_segments(self, value, segments):
        return value


class PhoneBlock(_UntranslatedBlock, blocks.CharBlock):
    """A telephone number."""


class MailAddressBlock(_UntranslatedBlock, blocks.EmailBlock):
    """An e-mail address."""


class TakePartValue(blocks.StructValue):
    """A call to take part, and whether it is over."""

    @property
    def is_over(self):
        """Whether the last day has passed, in the council's time zone."""
        until = self.get("until")
        return bool(until) and until < timezone.localdate()

    @property
    def may_be_shown(self):
        """Of what is over nothing is shown, found or counted anywhere: whoever reads blocks asks this."""
        return not self.is_over

    @property
    def shown_until(self):
        """The end of the last day, in the council's time zone, or ``None``."""
        until = self.get("until")
        return timezone.make_aware(datetime.combine(until + timedelta(days=1), time())) if until else None

    @property
    def kind_label(self):
        return dict(TakePartBlock.KINDS).get(self.get("kind"), "")

    @property
    def spoken(self):
        """The languages in which somebody answers: see `council.where_to_turn.spoken`."""
        return spoken_languages(self.get("languages"))


class TakePartBlock(blocks.StructBlock):
    """One way to visit, volunteer, give, learn, or ask for help; the telephone comes first."""

    KINDS = [
        ("visit", _("Visit")),
        ("volunteer", _("Volunteer")),
        ("give", _("Give")),
        ("learn", _("Learn")),
        ("help", _("Get help")),
    ]
    WAYS = ("contact", "phone", "fax", "email", "page", "url")

    kind = blocks.ChoiceBlock(label=_("Kind"), choices=KINDS, default="visit")
    text = blocks.TextBlock(label=_("Text"), help_text=_("What to do, for whom, when and where."))
    contact = blocks.CharBlock(label=_("Contact"), required=False, max_length=200)
    phone = PhoneBlock(
        label=_("Telephone"),
        required=False,
        max_length=30,
        help_text=_("Digits and hyphens, such as 00-0000-0000."),
    )
    hours = blocks.CharBlock(
        label=_("When somebody answers"),
        required=False,
        max_length=100,
        help_text=_("Days and hours, such as 平日 9:00–17:00."),
    )
    languages = SpokenLanguagesBlock(
        label=_("Languages"),
        required=False,
        help_text=_("In which somebody answers. Shown to all readers, each in its own script."),
    )
    fax = PhoneBlock(label=_("Fax"), required=False, max_length=30)
    email = MailAddressBlock(label=_("Email"), required=False)
    page = blocks.PageChooserBlock(label=_("Page of this site"), required=False)
    url = blocks.URLBlock(label=_("Web address"), required=False)
    until = DayBlock(label=_("Until"), required=False, help_text=_("After this day it is no longer shown."))

    def clean(self, value):
        cleaned = super().clean(value)
        errors = {}
        for name in ("phone", "fax"):
            # Not a validator of the block: those stand in the migrations of every stream.
            try:
                if cleaned.get(name):
                    validate_phone(cleaned[name])
            except ValidationError as error:
                errors[name] = error
        if not any(cleaned.get(name) for name in self.WAYS):
            message = gettext("Say how to get in touch: who answers, a telephone, a page or an address.")
            errors["contact"] = ValidationError(message)
        if errors:
            raise blocks.StructBlockValidationError(block_errors=errors)
        return cleaned

    class Meta:
        icon = "group"
        label = _("Take part or get help")
        description = _("How to visit, volunteer, give, learn, or whom to ask for help.")
        template = "blocks/take_part.html"
        value_class = TakePartValue
        preview_value = {
            "kind": "volunteer",
            "text": _("Cook with us once a month."),
            "contact": _("The council's volunteer desk"),
            "phone": "00-0000-0000",
        }


class WhereToTurnStreamBlock(blocks.StreamBlock):
    """How to take part, and where to get help."""

    take_part = TakePartBlock()

    class Meta:
        required = False
