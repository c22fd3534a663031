"""The languages residents read. One more line here, and its locale in the editors' side, adds a language.

Codes are BCP 47. ``ja-simple`` is やさしい日本語, Japanese in plain words: ``simple`` is a variant subtag that
IANA registers, so ``lang="ja-simple"`` is valid HTML and the CSS selector ``:lang(ja)`` matches it.
"""

from django.conf import locale as django_locales
from django.utils.translation import gettext_lazy as _

SOURCE_LANGUAGE = "ja"

CONTENT_LANGUAGES = [
    ("ja", "日本語"),
    ("en", "English"),
    ("zh-hans", "简体中文"),
    ("ko", "한국어"),
    ("ja-simple", "やさしい日本語"),
]

# In which somebody may answer the telephone or speak with a visitor, whether the site is in it or not. Each in its own
# script; "jsl" is Japanese Sign Language. One more line here adds a language.
SPOKEN_LANGUAGES = [
    ("ja", "日本語"),
    ("ja-simple", "やさしい日本語"),
    ("en", "English"),
    ("zh", "中文"),
    ("ko", "한국어"),
    ("vi", "Tiếng Việt"),
    ("ne", "नेपाली"),
    ("fil", "Filipino"),
    ("pt", "Português"),
    ("es", "Español"),
    ("id", "Bahasa Indonesia"),
    ("th", "ไทย"),
    ("my", "မြန်မာ"),
    ("jsl", _("Sign language")),
]

# Without an entry of its own Django would call plain Japanese 日本語, like Japanese itself.
django_locales.LANG_INFO["ja-simple"] = {
    "bidi": False,
    "code": "ja-simple",
    "name": "Plain Japanese",
    "name_local": "やさしい日本語",
}
