"""Inputs that nobody would call a query: any character, the databases' own languages, too long, nothing at all."""

import random

FTS5 = ["\"", "'", "*", "(", ")", "AND", "OR", "NOT", "NEAR(", "NEAR/3", "^", ":", "-", "+", "title:", "body:", "{", "}", ","]  # fmt: skip
TSQUERY = ["&", "|", "!", "<->", "<2>", ":*", ":A", "\\", "''", "\\'", "::tsquery", "--", ";", "/*", "$$", "%s", "%", "E'"]  # fmt: skip
PARTICLES = ["は", "が", "の", "を", "に", "へ", "と", "で", "から", "まで", "より", "も", "や", "です", "ます", "した", "する", "こと"]  # fmt: skip
WORDS = ["子ども", "食堂", "居場所", "ﾎﾞﾗﾝﾃｨｱ", "ＤＶ", "令和７年", "volunteer", "café", "도서관", "图书馆", "kodomo", "2025年"]  # fmt: skip
SPACES = [" ", "\u3000", "\t", "\n", "\u00a0", "\u200b", "\u2028", "\ufeff", ""]
EMOJI = ["😀", "👨‍👩‍👧‍👦", "🇯🇵", "🏳️‍🌈", "❤️", "☎", "㍿", "㌔", "①", "♿"]
COMBINING = ["\u3099", "\u309a", "\u0301", "\u0327", "\u20dd", "\u064b", "\u0e48", "\u093f", "\ufe0f", "\u1161"]
QUOTES = list("\"“”„‟«»「」『』＂'’‘`")
LONGEST = 10_240
_LAST = 0x10FFFF


def inputs(number, seed=7227):
    """Yields so many strings; the same seed gives the same ones. Some hold NUL, some lone surrogates."""
    draw = random.Random(seed)
    yield from ["", " ", "\u3000", '"', '""', "\x00", "\ud800", "a" * LONGEST, "あ" * LONGEST, "(" * LONGEST][:number]
    kinds = [_any, _syntax, _mixed, _particles, _marks, _controls, _long, _quoted, _running]
    for _each in range(max(0, number - 10)):
        yield draw.choice(kinds)(draw)[:LONGEST]


def _any(draw):
    return "".join(chr(draw.randint(0, _LAST)) for _each in range(draw.randint(1, 40)))


def _syntax(draw):
    parts = [draw.choice(draw.choice([FTS5, TSQUERY, WORDS])) for _each in range(draw.randint(1, 12))]
    return draw.choice(["", " "]).join(parts)


def _mixed(draw):
    everything = [FTS5, TSQUERY, PARTICLES, WORDS, SPACES, EMOJI, COMBINING, QUOTES]
    return "".join(draw.choice(draw.choice(everything)) for _each in range(draw.randint(1, 30)))


def _particles(draw):
    return draw.choice(SPACES).join(draw.choice(PARTICLES) for _each in range(draw.randint(1, 12)))


def _marks(draw):
    return "".join(draw.choice(draw.choice([COMBINING, EMOJI, WORDS])) for _each in range(draw.randint(1, 20)))


def _controls(draw):
    return "".join(draw.choice([chr(draw.randint(0, 0x9F)), *WORDS[:2]]) for _each in range(draw.randint(1, 20)))


def _long(draw):
    pieces = [draw.choice(draw.choice([WORDS, PARTICLES, FTS5, TSQUERY, EMOJI])) for _each in range(8)]
    joined = draw.choice(SPACES).join(pieces) + draw.choice(SPACES)
    return joined * (draw.choice([200, 1000, LONGEST]) // max(1, len(joined)))


def _quoted(draw):
    words = [draw.choice(WORDS + PARTICLES + [chr(draw.randint(0x20, 0xFFFF))]) for _each in range(draw.randint(1, 8))]
    return "".join(draw.choice([*QUOTES, " "]) + word for word in words)


def _running(draw):
    """As long as a form takes and without a space: what somebody pastes out of a document."""
    words = ["地域", "包括", "支援", "センター", "子ども", "食堂", "障害者", "計画", "令和七年度", "協議会", "民生委員", "こそだて", "つながり", "じょうほう", "の", "を"]  # fmt: skip
    return "".join(draw.choice(words) for _each in range(40))[: draw.randint(20, 100)]
