"""The British and the American spelling of an English word as one.

Mostly it is the American one, but organize becomes organise: Snowball would take organize for a kind of organ.
"""

import re

_ENDS_IN_OUR = "arm|behavi|cand|col|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|rum|sav|savi|tum|vap|vig"

_RULES = [
    (re.compile(pattern), spelling)
    for pattern, spelling in [
        (r"(?<=..)iz(?=(?:e|ed|er|ers|es|ing|able|ations?|ational)$)", "is"),
        (r"(?<=al)yz(?=(?:e|ed|er|ers|es|ing)$)", "ys"),
        (rf"({_ENDS_IN_OUR})our", r"\1or"),
        (r"(cent|fib|theat|met|lit|spect)re(?=s?$)", r"\1er"),
        (r"^centred$", "centered"),
        (r"^programme(?=s?$)", "program"),
        (r"^(licen|defen|offen|preten)se", r"\1ce"),
        (r"^practis(?=e|ing)", "practic"),
        (r"(?<=al|ol)ogue(?=s?$)", "og"),
        (r"^(p|orthop|an|leuk|h|gyn)ae(?=d|m|c|sth)", r"\1e"),
        (r"^diarrhoea", "diarrhea"),
        (r"^(counsel|council|travel|jewel|marvel)l(?=or|er|ed|ing|ous)", r"\1"),
        (r"^(instal|enrol|fulfil)(?=ment)", r"\1l"),
        (r"^skilful", "skillful"),
        (r"^enquir", "inquir"),
        (r"^adviser", "advisor"),
        (r"^(acknowledg|judg)ement", r"\1ment"),
        (r"^ageing$", "aging"),
    ]
]
_WORDS = {
    "aeroplane": "airplane", "aeroplanes": "airplanes", "aluminium": "aluminum", "cheque": "check", "cheques": "checks",
    "cosy": "cozy", "grey": "gray", "kerb": "curb", "kerbs": "curbs", "learnt": "learned", "mould": "mold", "mum": "mom",
    "mums": "moms", "plough": "plow", "pyjamas": "pajamas", "tyre": "tire", "tyres": "tires",
}  # fmt: skip


def one_spelling(word):
    """A word in lower case and without accents, as all its spellings are written here."""
    if word in _WORDS:
        return _WORDS[word]
    for pattern, spelling in _RULES:
        word = pattern.sub(spelling, word)
    return word
