"""Languages as Open Graph names them."""

# Open Graph wants a country with every language (ogp.me). The most likely one of each language that is spoken at
# Japanese counters, after the "likely subtags" of Unicode CLDR.
COUNTRIES = {
    "ar": "EG",
    "bn": "BD",
    "en": "US",
    "es": "ES",
    "fa": "IR",
    "fil": "PH",
    "fr": "FR",
    "hi": "IN",
    "id": "ID",
    "ja": "JP",
    "km": "KH",
    "ko": "KR",
    "lo": "LA",
    "mn": "MN",
    "ms": "MY",
    "my": "MM",
    "ne": "NP",
    "pt": "BR",
    "ru": "RU",
    "si": "LK",
    "ta": "IN",
    "th": "TH",
    "tl": "PH",
    "uk": "UA",
    "ur": "PK",
    "uz": "UZ",
    "vi": "VN",
    "zh": "CN",
    "zh-hant": "TW",
}


def open_graph_locale(language_code):
    """``ja_JP`` of ``ja`` or ``ja-simple``, ``zh_CN`` of ``zh-hans``, ``pt_PT`` of ``pt-pt``."""
    parts = language_code.lower().split("-")
    named = next((part.upper() for part in parts[1:] if len(part) == 2), "")
    country = named or COUNTRIES.get(language_code.lower()) or COUNTRIES.get(parts[0])
    return f"{parts[0]}_{country}" if country else parts[0]


def other_locales(language_codes, own):
    """Those of a page's versions beside its own, each once: Japanese and plain Japanese are both ``ja_JP``."""
    locales = dict.fromkeys(open_graph_locale(code) for code in language_codes)
    return [locale for locale in locales if locale != open_graph_locale(own)]
