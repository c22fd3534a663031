"""The names of languages as the staff reads them: in the language of their own interface."""

from django.utils.translation import get_language_info

from council.translation.locales import all_locales


def language_choices():
    """``(BCP 47 code, name)`` of each of the site's languages."""
    return [(locale.language_code, language_name(locale.language_code)) for locale in all_locales().values()]


def language_name(code):
    """The code itself where nobody knows the language."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code
