"""Puts ruby above the Japanese of a finished page, and keeps its links in the same rendition. Pure."""

import re
from html import escape, unescape

from council.furigana.address import PARAMETER
from council.language.furigana.alignment import KANJI
from council.void_elements import VOID_ELEMENTS

# A tag ends where no quotation is open; a script's text is no tag.
_TOKEN = re.compile(
    r"<!--.*?-->|<(?P<raw>script|style)\b.*?</(?P=raw)>|<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|<[^>]*>|[^<]+", re.DOTALL
)
_SPACE = " \t\n\r\f"
_SPACES = re.compile(f"[{_SPACE}]+")
_NAME = re.compile(r"<(?P<is_end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)")
_CLASS = re.compile(r'\sclass="([^"]*)"')
_LANG = re.compile(r'\slang="([^"]*)"')
_HREF = re.compile(r'(\shref=")([^"]*)(")')
_ACTION = re.compile(r'\saction="([^"]*)"')
_HAS_KANJI = re.compile(f"[{KANJI}]")
_NAMED = re.compile(r'<[^>]*\sdata-reading="([^"]*)"[^>]*>([^<]+)<')
_DATA_READING = re.compile(r'\sdata-reading="[^"]*"')
# Where no ruby may stand, where it is there already, and what is to be typed or taken as it is written.
_LEFT_ALONE = frozenset(
    ("head", "title", "script", "style", "textarea", "select", "option", "datalist", "button", "svg", "template", "ruby", "code", "pre", "kbd", "samp", "math", "noscript")
)  # fmt: skip
_ROBOTS = re.compile(r'<meta name="robots"')


def named_in(html):
    """``[(name, reading)]`` of the people whose reading templates have written beside their name."""
    return [(" ".join(unescape(name).split()), unescape(reading)) for reading, name in _NAMED.findall(html)]


def texts_in(html):
    """The Japanese texts of a page that have kanji, each once, with single spaces."""
    return list(dict.fromkeys(plain(token) for token, is_text in _walk(html) if is_text))


def plain(token):
    """Its text, with the spaces that a browser shows: not several, but wide ones and those that do not break."""
    return _SPACES.sub(" ", unescape(token)).strip(_SPACE)


def with_furigana(html, ruby, rendition):
    """The page in a rendition.

    Args:
        html: a whole page whose attributes are quoted and whose elements are closed.
        ruby: a function from a text to its HTML, or ``None`` where none is shown.
        rendition: a `council.furigana.address.Rendition`.
    """
    keeps = not rendition.is_usual
    made = []
    for token, is_text in _walk(html):
        if is_text and ruby:
            words = token.strip(_SPACE)
            place = token.index(words)
            made += (token[:place], ruby(words), token[place + len(words) :])
        elif token[0] == "<" and (keeps or "data-reading" in token):
            made.append(_tag(token, rendition) if keeps else _DATA_READING.sub("", token))
        else:
            made.append(token)
    html = "".join(made)
    if keeps and not _ROBOTS.search(html):
        html = html.replace("</head>", '<meta name="robots" content="noindex"></head>', 1)
    return html


def ruby_html(text, readings):
    """A text with its ruby, escaped.

    Args:
        readings: ``[[start, end, reading], …]``, from left to right.
    """
    # In one element, or a row of boxes (display: flex) would make a box of each word.
    made, place, is_open = ['<span class="furigana">'], 0, False
    for start, end, reading in readings:
        if is_open and start > place:
            made.append("</ruby>")
            is_open = False
        made.append(escape(text[place:start], quote=False))
        made.append("" if is_open else "<ruby>")
        made.append(
            f"{escape(text[start:end], quote=False)}<rp>（</rp><rt>{escape(reading, quote=False)}</rt><rp>）</rp>"
        )
        place, is_open = end, True
    made.append("</ruby>" if is_open else "")
    made.append(f"{escape(text[place:], quote=False)}</span>")
    return "".join(made)


def _walk(html):
    """``(token, whether it is Japanese text with kanji that may have ruby)``, one after another."""
    opened, language, alone = [], "", 0
    for token in (found[0] for found in _TOKEN.finditer(html)):
        if token[0] != "<":
            yield token, not alone and language[:2] == "ja" and _HAS_KANJI.search(token) is not None
            continue
        yield token, False
        found = _NAME.match(token)
        if not found:
            continue
        name = found["name"].lower()
        if name in ("script", "style"):
            continue
        if found["is_end"]:
            # One that closes nothing is left out, as browsers do.
            while any(each[0] == name for each in opened):
                closed, language, alone = opened.pop()
                if closed == name:
                    break
        elif name not in VOID_ELEMENTS and token[-2] != "/":
            opened.append((name, language, alone))
            own = _LANG.search(token)
            language = own[1] if own else language
            alone = alone or name in _LEFT_ALONE or _is_for_ears(token)


def _is_for_ears(token):
    """Whether nobody sees an element: who hears it would hear each word twice."""
    classes = _CLASS.search(token) if "visually-hidden" in token else None
    return classes is not None and "visually-hidden" in classes[1].split()


def _tag(token, rendition):
    token = _DATA_READING.sub("", token)
    if token.startswith("<a ") and "furigana-switch" not in token:
        return _HREF.sub(lambda match: match[1] + escape(rendition.keep(unescape(match[2]))) + match[3], token, count=1)
    if token.startswith("<form") and 'method="post"' in token:
        return _ACTION.sub(lambda match: f' action="{escape(rendition.keep(unescape(match[1])))}"', token, count=1)
    if token.startswith("<form"):
        action = _ACTION.search(token)
        if not action or rendition.keep(unescape(action[1])) != unescape(action[1]) or not action[1]:
            return f'{token}<input type="hidden" name="{PARAMETER}" value="{rendition.value}">'
    return token
