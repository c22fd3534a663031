"""The site's locales, remembered by the process: they change about once a year and are asked for on every link."""

from django.conf import settings
from django.utils import translation
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Locale

_by_code = {}


def locale_for(language_code):
    """The ``Locale`` of a language code.

    Raises:
        Locale.DoesNotExist: the language is in the settings, but has no locale yet.
        LookupError: the language is not in the settings.
    """
    code = get_supported_content_language_variant(language_code)
    if code not in _by_code:
        locale = Locale.objects.get(language_code=code)
        if locale.pk not in _by_code.get("*", {locale.pk}):
            # Another process has added it since.
            forget_locales()
        _by_code[code] = locale
    return _by_code[code]


def source_locale():
    """The locale pages are written in first: Japanese."""
    return locale_for(settings.LANGUAGE_CODE)


def active_locale():
    """The reader's locale: that of the address, or the source where it has none."""
    try:
        return locale_for(translation.get_language() or settings.LANGUAGE_CODE)
    except (Locale.DoesNotExist, LookupError):
        return source_locale()


def all_locales():
    """Every locale there is, by id. One query, once a process: one that another process adds may be missing."""
    if "*" not in _by_code:
        _by_code["*"] = {locale.pk: locale for locale in Locale.objects.all()}
    return _by_code["*"]


def language_of(obj):
    """The BCP 47 code of the language an object's text is in, without a query.

    Empty for what stands in the preview of a block as an example, and is stored nowhere.
    """
    return "" if obj.locale_id is None else language_of_locale(obj.locale_id)


def language_of_locale(locale_id):
    """The BCP 47 code of a locale by its id, without a query, unless another process has added the locale since.

    Raises:
        KeyError: there is no such locale.
    """
    if locale_id not in all_locales():
        forget_locales()
    return all_locales()[locale_id].language_code


def forget_locales(**kwargs):
    """To be called when a locale is added, changed or removed."""
    _by_code.clear()
