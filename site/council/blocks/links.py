"""Where the reader can go from here: other sites, and ways to take part or get help."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from council.blocks.dates import DayBlock
from council.validators import validate_phone


class SiteLinkBlock(blocks.StructBlock):
    """Another site, with a QR code for those who read the printed page."""

    text = blocks.CharBlock(label=_("Text of the link"), max_length=100)
    url = blocks.URLBlock(label=_("Web address"))

    class Meta:
        icon = "site"
        label = _("Link to a site")
        description = _("Another site's address, with a QR code in print.")
        template = "blocks/site_link.html"
        preview_value = {"text": _("The network's own site"), "url": "https://example.jp/"}


class PhoneBlock(blocks.CharBlock):
    """A telephone number: the same in every language, so no translator is asked for it."""

    def get_translatable_segments(self, value):
        return []

    def restore_translated_segments(self, value, segments):
        return value


class TakePartValue(blocks.StructValue):
    """A call to take part, and whether it is over."""

    @property
    def is_over(self):
        """Whether the last day has passed, in the council's time zone."""
        until = self.get("until")
        return bool(until) and until < timezone.localdate()

    @property
    def kind_label(self):
        return dict(TakePartBlock.KINDS).get(self.get("kind"), "")

    @property
    def is_help(self):
        return self.get("kind") == "help"


class TakePartBlock(blocks.StructBlock):
    """One way to visit, volunteer, give, learn, or ask for help; the telephone comes first."""

    KINDS = [
        ("visit", _("Visit")),
        ("volunteer", _("Volunteer")),
        ("give", _("Give")),
        ("learn", _("Learn")),
        ("help", _("Get help")),
    ]

    kind = blocks.ChoiceBlock(label=_("Kind"), choices=KINDS, default="visit")
    text = blocks.TextBlock(label=_("Text"), help_text=_("What to do, for whom, when and where."))
    contact = blocks.CharBlock(label=_("Contact"), required=False, max_length=200)
    phone = PhoneBlock(
        label=_("Telephone"),
        required=False,
        max_length=30,
        help_text=_("Digits and hyphens, such as 00-0000-0000."),
    )
    page = blocks.PageChooserBlock(label=_("Page of this site"), required=False)
    url = blocks.URLBlock(label=_("Web address"), required=False)
    until = DayBlock(label=_("Until"), required=False, help_text=_("After this day it is no longer shown."))

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned.get("phone"):
            # Not a validator of the block: those stand in the migrations of every stream.
            try:
                validate_phone(cleaned["phone"])
            except ValidationError as error:
                raise blocks.StructBlockValidationError(block_errors={"phone": error}) from error
        if not any(cleaned.get(name) for name in ("contact", "phone", "page", "url")):
            message = gettext("Say how to get in touch: who answers, a telephone, a page or an address.")
            raise blocks.StructBlockValidationError(block_errors={"contact": ValidationError(message)})
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
