"""What is said after sending."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from translators.sending.parcels import Reason


def message_of(parcels):
    """Such as: Sent for translation into English: "Story A". With it went 3 more."""
    chosen = {item.obj.translation_key: item.title for parcel in parcels for item in parcel.items if _is_chosen(item)}
    along = {item.obj.translation_key for parcel in parcels for item in parcel.along}
    languages = _(", ").join(parcel.locale_name for parcel in parcels if parcel.items)
    titles = _(", ").join(_("“%(title)s”") % {"title": title} for title in chosen.values())
    if not languages:
        return _("Everything was there already; nothing was sent.")
    message = _("Sent for translation into %(languages)s: %(titles)s.") % {"languages": languages, "titles": titles}
    if along:
        message += " " + ngettext("%(number)d more went along.", "%(number)d more went along.", len(along)) % {
            "number": len(along)
        }
    return message


def _is_chosen(item):
    return item.reason == Reason.CHOSEN
