"""What stands above the texts of a PO file, complete as the translators' tools want it."""

from email.utils import parseaddr

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation.trans_real import to_locale
from django.utils.translation.trans_real import translation as catalogue

from translators.po.reading import ID_HEADER

# What gettext calls them: it knows countries and variants, and no scripts.
GETTEXT_NAMES = {"zh-hans": "zh_CN", "zh-hant": "zh_TW", "ja-simple": "ja@simple"}
# English's own, which Django's catalogue of it leaves out.
_TWO_FORMS = "nplurals=2; plural=(n != 1);"


def header(translation, last_row):
    """The metadata of a translation's file. ``last_row`` is its `StringTranslation` that was changed last, or ``None``."""
    code = translation.target_locale.language_code
    return {
        "Project-Id-Version": str(settings.WAGTAIL_SITE_NAME),
        "Report-Msgid-Bugs-To": _address(),
        "POT-Creation-Date": _date(translation.source.last_updated_at),
        "PO-Revision-Date": _date(last_row.updated_at if last_row else timezone.now()),
        "Last-Translator": _person(last_row.last_translated_by if last_row else None),
        "Language-Team": f"{get_language_info(code)['name']} <{_address()}>",
        "Language": gettext_name(code),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(code),
        ID_HEADER: str(translation.uuid),
    }


def gettext_name(language_code):
    """The language as gettext's tools call it: ``zh_CN`` for ``zh-hans``."""
    return GETTEXT_NAMES.get(language_code, to_locale(language_code))


def same_language(named, language_code):
    """Whether a file whose ``Language`` is this may be one of a language of the site; one that names none may be any.

    A tool that does not know a variant or a country writes the bare language: that is enough, unless the site has
    that as another language.
    """
    if not named:
        return True
    said = _plain(named)
    of_site = {code: {_plain(code), _plain(gettext_name(code))} for code, _name in settings.LANGUAGES}
    if said in of_site.pop(language_code, {_plain(language_code)}):
        return True
    if any(said in names for names in of_site.values()):
        return False
    return _bare(said) == _bare(_plain(language_code))


def _plain(name):
    return name.lower().replace("_", "-")


def _bare(name):
    return name.partition("@")[0].partition("-")[0]


def plural_forms(language_code):
    """As Django's own catalogue of the language has it."""
    return catalogue(language_code).info().get("plural-forms") or _TWO_FORMS


def _date(moment):
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M%z")


def _person(user):
    name = (user.get_full_name() or user.get_username()) if user else str(settings.WAGTAIL_SITE_NAME)
    return f"{name} <{(user and user.email) or _address()}>".replace("\n", " ")


def _address():
    """The site's own address, without the name that a setting may put before it."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
