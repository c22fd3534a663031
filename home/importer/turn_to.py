"""Where to turn: who answers, the telephone, the address."""

import re
import unicodedata

from .characters import URL
from .chunks import Bullets, Grid
from .parts import TakePart, Words

_PHONE = re.compile(
    r"(?<![0-9０-９])[0０][0-9０-９]{1,4}[-－ー‐−–（(][0-9０-９]{1,4}[-－ー‐−–）)][0-9０-９]{3,4}(?![0-9０-９])"
)


def take_part(section):
    """Each paragraph, item or row under 相談窓口 is one place to turn to; the heading goes with the first."""
    texts = [section.inline] if section.inline else []
    for chunk in section.chunks:
        if isinstance(chunk, Bullets):
            texts.extend(item.words() for item in chunk.items)
        elif isinstance(chunk, Grid):
            rows = chunk.rows[1:] if chunk.has_header and len(chunk.rows) > 1 else chunk.rows
            texts.extend(Words("　".join(cell.text for cell in row if cell), row[0].lines) for row in rows)
        else:
            texts.append(chunk.as_printed())
    return [TakePart([words], phone=phone_in(words.text), url=_url(words.text)) for words in texts if words]


def phone_in(text):
    """The first telephone number, in half-width digits and hyphens, or nothing."""
    found = _PHONE.search(text)
    if not found:
        return ""
    plain = unicodedata.normalize("NFKC", found.group())
    return re.sub(r"[^0-9]+", "-", plain).strip("-")


def _url(text):
    found = URL.search(text)
    return found.group().rstrip(".,;:") if found else ""
