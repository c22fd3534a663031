"""Text → numbered lines, each with the marks that stand before its words."""

import re
from dataclasses import dataclass

LINE_END = re.compile(r"\r\n|\n|\r|\f|\x0b|\u2028|\u2029|\x85")
_BLANK = " \t\u3000\u00a0\u200b\u2060\ufeff"
_HASHES = re.compile(r"^[#＃]{1,6}(?![#＃])[ \t\u3000]*(?=\S)")
_BULLET = re.compile(r"^(?:[-*+–—－‐][ \t\u3000]+|[・･·•‣▪][ \t\u3000]*)(?=\S)")
# The same sign twice is a blank to fill in (○○社協), not a mark.
_SYMBOL = re.compile(r"^([■□◆◇▼▽▲△★☆◎▶►▷❖●○◯])(?!\1)[ \t\u3000]*(?=\S)")
_ORDERED = re.compile(
    r"^(?:[0-9０-９]{1,3}(?:[.．](?![0-9０-９])|[)）])|[(（][0-9０-９]{1,3}[)）]|[①-⑳❶-❿⑴-⒇]|[ア-コa-zA-Z][.．)）](?=[ \t\u3000])"
    # ア and 1.1.2 need the space behind them: アイデア and 1.5倍 are words.
    r"|[ア-コ](?=[ \t\u3000])|[0-9０-９]{1,3}(?:[.．\-－][0-9０-９]{1,3}){1,3}(?=[ \t\u3000]))"
    r"[ \t\u3000]*(?=\S)"
)
_BRACKETS = {
    "【": "】",
    "〈": "〉",
    "《": "》",
    "≪": "≫",
    "＜": "＞",
    "<": ">",
    "[": "]",
    "［": "］",
    "〔": "〕",
    "『": "』",
}
_BRACKETED = re.compile(
    r"^([【〈《≪＜<\[［〔『])[ \t\u3000]*([^【】〈〉《》≪≫＜＞<>\[\]［］〔〕『』]{1,60}?)[ \t\u3000]*([】〉》≫＞>\]］〕』])(?!\()(.*)$"
)
_BOLD = re.compile(r"^(?:\*\*|__)(?!\s)([^*_]+)(?:\*\*|__)$")
_RULE = re.compile(r"^([-=_*＊－―─━・…~～＝])(?:[ \t\u3000]*\1){2,}$")
_TABLE_RULE = re.compile(r"^\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$")
_PAGE_NUMBER = re.compile(
    r"^[-－‐–—―~〜～ \t\u3000]*(?:[pPｐＰ][.．]?[ ]*)?[0-9０-９]{1,4}(?:[ ]*(?:ページ|頁))?[-－‐–—―~〜～ \t\u3000]*$"
)
_CONTENTS_ENTRY = re.compile(r"^\S.{0,60}?(?:[.．・…‥･]{3,}|…+|‥+)[ \t\u3000]*[0-9０-９]{1,4}$")
_PICTURE = re.compile(r"^(?:!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>|<!--.*-->)$")
_LETTER = re.compile(r"[ぁ-ゖァ-ヺー一-鿿々。、0-9０-９]")
_HARD_BREAKS = ("<br>", "<br/>", "<br />", "<BR>", "<BR/>", "\\")


@dataclass(slots=True)
class Line:
    """One line. `words` is what is left without the marks; `body` keeps all but the bullet, for running text."""

    number: int
    raw: str
    body: str = ""
    words: str = ""
    level: int = 0
    bullet: bool = False
    symbol: str = ""
    ordered: str = ""
    bracket: str = ""
    after: str = ""  # what follows the closing bracket in the same line
    bold: bool = False
    indented: bool = False
    alone: str = ""  # the look of a heading that has no mark and only stands alone

    @property
    def is_blank(self):
        return not self.body

    @property
    def is_rule(self):
        return bool(_RULE.match(self.body)) if len(self.body) < 400 else False

    @property
    def is_table_rule(self):
        return "|" in self.raw and bool(_TABLE_RULE.match(self.raw.strip(_BLANK)))

    @property
    def is_row(self):
        return self.raw.lstrip(_BLANK).startswith(("|", "｜"))

    @property
    def is_page_number(self):
        return len(self.body) < 24 and bool(_PAGE_NUMBER.match(self.body))

    @property
    def is_contents_entry(self):
        return len(self.body) < 120 and bool(_CONTENTS_ENTRY.match(self.body))

    @property
    def is_picture(self):
        """A picture or a comment of Markdown, alone on its line: nothing of it is text."""
        return len(self.body) < 600 and bool(_PICTURE.match(self.body))

    @property
    def style(self):
        """What it looks like: headings of one style stand on one level."""
        if self.level:
            return f"#{self.level}"
        return self.symbol or self.bracket or ("**" if self.bold else self.alone)


def split_lines(text):
    """Every line of the text, read."""
    return [read_line(number, raw) for number, raw in enumerate(LINE_END.split(text), start=1)]


def read_line(number, raw):
    stripped = raw.strip(_BLANK)
    if not stripped:
        return Line(number, raw)
    if has_letters_apart(stripped):
        stripped = _letters_joined(stripped)
    indented = raw[:1] in " \t\u3000"
    level, bullet, symbol, ordered, bracket, after, bold = 0, False, "", "", "", "", False
    rest = _without_hard_break(stripped)
    if rest[0] == ">" and not rest.startswith(">>"):
        rest = rest[1:].lstrip(_BLANK) or rest
    hashes = _HASHES.match(rest)
    if hashes:
        level = len(hashes.group().strip(_BLANK))
        rest = re.sub(r"[ \t]+#+$", "", rest[hashes.end() :])
    while not level and (mark := _BULLET.match(rest)):
        bullet, rest = True, rest[mark.end() :]
    body = rest
    bold_line = _BOLD.match(rest)
    if bold_line:
        bold, rest = True, bold_line[1].strip(_BLANK)
    mark = _SYMBOL.match(rest)
    if mark:
        symbol, rest = mark[1], rest[mark.end() :]
    mark = _ORDERED.match(rest)
    if mark:
        ordered = mark.group().strip(_BLANK)
    brackets = _BRACKETED.match(rest)
    if brackets and _BRACKETS[brackets[1]] == brackets[3]:
        bracket, rest, after = brackets[1] + brackets[3], brackets[2], brackets[4].strip(_BLANK + ":：")
    return Line(number, raw, body, rest, level, bullet, symbol, ordered, bracket, after, bold, indented)


def has_letters_apart(text):
    """み ん な で: set wide in print, a space behind each letter once extracted."""
    tokens = text[:2000].split()
    letters = sum(len(token) == 1 and bool(_LETTER.match(token)) for token in tokens)
    return letters >= 4 and letters * 5 >= len(tokens) * 4


def _letters_joined(text):
    """Without the spaces between the letters; a wider gap was a space."""
    return re.sub(r"[ \t\u3000]{2,}", "\u3000", re.sub(r"(?<=\S)[ \u3000](?=\S)", "", text))


def _without_hard_break(text):
    for mark in _HARD_BREAKS:
        text = text.removesuffix(mark).rstrip(_BLANK) or text
    return text


def without_marks(line):
    """The text of a list's item: without its symbol and its number (●, ①, 1., (2)), bold and brackets kept."""
    return _ORDERED.sub("", _SYMBOL.sub("", line.body, count=1), count=1)
