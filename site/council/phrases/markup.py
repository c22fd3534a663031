"""Writes into a heading where its lines may end. Pure."""

import itertools
import re
from html import unescape

from council.language.phrases import NOT_FIRST, NOT_LAST
from council.void_elements import VOID_ELEMENTS

# Hidden from screen readers: Chromium puts a space in its place into the name of a heading or link.
BREAK = '<wbr aria-hidden="true">'
# In what order they stand where several stand in one place.
_CLOSE, _BREAK, _OPEN = range(3)

_TOKEN = re.compile(r"<!--.*?-->|<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|[^<]+", re.DOTALL)
_SIGN = re.compile(r"&[#\w]+;|.", re.DOTALL)
_NAME = re.compile(r"<(?P<is_end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)")
_LANG = re.compile(r'\slang="([^"]*)"')
_NOT_SEEN = re.compile(r'\s(?:hidden|popover)[\s=>]|\sclass="(?:[^"]*\s)?visually-hidden[\s"]')
_NEW_LINE = frozenset(("br", "wbr"))
# No part of what a heading says, or not to be taken apart.
_LEFT_OUT = frozenset(("rt", "rp", "rtc", "script", "style", "svg", "template", "button", "select", "textarea"))


class _Around:
    """What is open at a place of a heading: how many elements, which ruby, and what may not be done there."""

    __slots__ = ("depth", "is_left_out", "is_other", "ruby")

    def __init__(self, depth=0, ruby="", is_left_out=False, is_other=False):
        self.depth, self.ruby, self.is_left_out, self.is_other = depth, ruby, is_left_out, is_other

    def inside(self, name, tag):
        """The same inside of one more element."""
        language = _LANG.search(tag)
        return _Around(
            self.depth + 1,
            tag if name == "ruby" else self.ruby,
            self.is_left_out or name in _LEFT_OUT or _NOT_SEEN.search(tag) is not None,
            not language[1].startswith("ja") if language else self.is_other,
        )


class _Sign:
    """A sign of the text: as it is read, and where in which token it is written."""

    __slots__ = ("end", "plain", "start", "token")

    def __init__(self, plain, token, start, end):
        self.plain, self.token, self.start, self.end = plain, token, start, end


def with_breaks(heading, phrases):
    """The HTML inside of a heading, with `BREAK` between its phrases.

    Args:
        phrases: a function from a text to its phrases; joined, they are the text.
    """
    tokens = _TOKEN.findall(heading)
    arounds, lines = _read(tokens)
    # (token, offset in it, order, HTML)
    added = []
    for signs in lines:
        place = 0
        for piece in phrases("".join(sign.plain for sign in signs)):
            if place:
                added += _break(signs[place - 1], signs[place], tokens, arounds)
            added += _kept_together(signs[place : place + len(piece)], arounds)
            place += len(piece)
    return _written(tokens, sorted(added))


def _read(tokens):
    """What is around each token, and the lines of a heading, each a list of signs."""
    opened, around, arounds, lines = [], _Around(), [], [[]]
    for place, token in enumerate(tokens):
        arounds.append(around)
        found = _NAME.match(token)
        if not found:
            if token[0] != "<" and not around.is_left_out:
                _add_signs(lines[-1], token, place)
            continue
        name = found["name"].lower()
        if found["is_end"]:
            while any(each == name for each, _around in opened):
                closed, around = opened.pop()
                if closed == name:
                    break
        elif name in _NEW_LINE:
            lines.append([])
        elif name not in VOID_ELEMENTS and token[-2] != "/":
            opened.append((name, around))
            around = around.inside(name, token)
    return [*arounds, around], lines


def _add_signs(line, token, place):
    """The signs of a text, several spaces as one."""
    for match in _SIGN.finditer(token):
        plain = unescape(match[0])
        if plain in " \t\n\r\f":
            plain = " "
            if not line or line[-1].plain == " ":
                continue
        # A reference that stands for nothing, or for two signs, is passed over.
        if len(plain) == 1:
            line.append(_Sign(plain, place, *match.span()))


def _break(last, first, tokens, arounds):
    """A break between two signs, in as few elements as can be: not in the link or the mark that begins or ends there."""
    # A line may end at a space by itself, but for one before a ruby: see what the style puts before it.
    if first.plain.isspace() or (last.plain.isspace() and not arounds[first.token].ruby):
        return
    if last.token == first.token:
        around = arounds[first.token]
        if not around.ruby and not around.is_other:
            yield first.token, first.start, _BREAK, BREAK
        return
    place = min(range(last.token + 1, first.token + 1), key=lambda each: arounds[each].depth)
    around = arounds[place]
    if around.is_other:
        return
    if not around.ruby:
        yield place, 0, _BREAK, BREAK
    elif around.depth == arounds[first.token].depth:
        # Two words with their furigana side by side are in one ruby: it becomes two.
        yield first.token, 0, _BREAK, f"</ruby>{BREAK}{around.ruby}"


def _kept_together(signs, arounds):
    """Keeps 」 and the の behind it in one line: between a sign and a letter a browser breaks all the same."""
    for last, first in itertools.pairwise(signs):
        if (
            last.token == first.token
            and not (arounds[first.token].ruby or arounds[first.token].is_other)
            and not last.plain.isalnum()
            and not last.plain.isspace()
            and last.plain not in NOT_LAST
            and first.plain not in NOT_FIRST
            and first.plain.isalnum()
            and not (last.plain.isascii() and first.plain.isascii())
        ):
            yield last.token, last.start, _OPEN, '<span class="unbroken">'
            yield last.token, first.end, _CLOSE, "</span>"


def _written(tokens, added):
    written, place, offset = [], 0, 0
    for token, start, _order, html in added:
        if token > place:
            written += (tokens[place][offset:], *tokens[place + 1 : token])
            place, offset = token, 0
        written += (tokens[place][offset:start], html)
        offset = start
    if tokens:
        written += (tokens[place][offset:], *tokens[place + 1 :])
    return "".join(written)
