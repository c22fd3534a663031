"""Japanese that stands in a text of another language, as far as its script says so. Pure."""

import re

from council.language.kana import is_kana

_HAN = "㐀-䶿一-鿿豈-﫿々〆"
_KANA = "ぁ-ゖァ-ヺー"
_HAN_SIGN = re.compile(f"[{_HAN}]")
# From the first of its letters to the last, with what stands between them.
_STRETCH = re.compile(
    f"[{_HAN}{_KANA}](?:[{_HAN}{_KANA}\\d０-９\\s、。・：「」『』（）]*[{_HAN}{_KANA}。」])?", re.DOTALL
)
_KANA_AMONG_SIGNS = 0.2


def is_japanese(text, language):
    """Whether a text is Japanese as a whole, such as a passage of a leaflet that is attached to a page in English.

    Args:
        language: BCP 47 code of the page's language. Beside Chinese, one sign of five has to be kana: Japanese names
            stand in Chinese sentences, too.
    """
    kana = sum(map(is_kana, text))
    if not kana or language.startswith("ja"):
        return False
    han = len(_HAN_SIGN.findall(text))
    if language.startswith("zh"):
        return kana > _KANA_AMONG_SIGNS * (kana + han)
    return 2 * (kana + han) > sum(map(str.isalpha, text))


def stretches(text):
    """``[(stretch, whether it is Japanese)]``, which make up the text; Japanese is what has kana in it."""
    found, done = [], 0
    for match in _STRETCH.finditer(text):
        if not any(map(is_kana, match[0])):
            continue
        if match.start() > done:
            found.append((text[done : match.start()], False))
        found.append((match[0], True))
        done = match.end()
    return found + ([(text[done:], False)] if done < len(text) else [])
