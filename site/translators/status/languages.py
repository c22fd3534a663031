"""The names of languages as the staff reads them: in the language of their own interface."""

from django.conf import settings
from django.utils.translation import get_language_info, gettext_noop

from council.translation.locales import all_locales

# What the catalogues of Django and Wagtail do not have, and what these call "English (United States)" in Japanese.
gettext_noop("Plain Japanese")
gettext_noop("English")


def name_of(locale):
    """Such as 英語 or English; what the settings call it where Django does not know the language."""
    try:
        return str(get_language_info(locale.language_code)["name_translated"])
    except KeyError:
        return locale.get_display_name()


def locales_in_order():
    """Every locale, as the settings list the languages; one that the settings no longer have comes last."""
    order = [code for code, _name in settings.LANGUAGES]
    return sorted(
        all_locales().values(),
        key=lambda each: order.index(each.language_code) if each.language_code in order else len(order),
    )
