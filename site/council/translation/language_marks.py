"""Gives known texts in an HTML page the ``lang`` of the language they are in. Pure.

A screen reader reads Japanese in an English page with an English voice, unless the text says that it is Japanese
(WCAG 2.2, success criterion 3.1.2). Templates say so of whole pages; of a single text that is not translated nobody
knows before the page is made.
"""

import re
from dataclasses import dataclass
from html import escape, unescape

from council.void_elements import VOID_ELEMENTS

_TOKEN = re.compile(r"<!--.*?-->|<[^>]*>|[^<]+", re.DOTALL)
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_LANG = re.compile(r'\slang="([^"]*)"')
_READ_OUT = re.compile(r'\s(?:alt|aria-label|title|placeholder)="([^"]*)"')
# Where no element of HTML may stand, or nothing is read out.
_LEFT_ALONE = {"head", "script", "style", "textarea", "svg", "template"}
_TEXT_ONLY = {"option"}
# A shorter text may be a part of a word.
_SHORTEST_INSIDE = 4
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def mark_languages(html, texts):
    """The page with each of the texts in a ``lang`` of its own, where what is around it is in another language.

    Args:
        html: A whole page whose attributes are quoted and whose elements are closed.
        texts: ``{language code: texts}``, plain, with single spaces.
    """
    wanted = {text: language for language, each in texts.items() for text in each if _is_words(text, language)}
    return _Marker(wanted).mark(html) if wanted else html


@dataclass
class _Open:
    """An element that is not closed yet, the language inside it, and which piece of the new page began it."""

    name: str
    language: str
    place: int


class _Marker:
    def __init__(self, wanted):
        self.wanted = wanted
        longer = sorted((text for text in wanted if len(text) >= _SHORTEST_INSIDE), key=len, reverse=True)
        self.inside = re.compile("|".join(map(re.escape, longer))) if longer else None
        self.opened, self.made = [], []

    def mark(self, html):
        for token in _TOKEN.findall(html):
            self.made.append(self._tag(token) if token.startswith("<") else self._text(token))
        return "".join(self.made)

    @property
    def around(self):
        return self.opened[-1].language if self.opened else ""

    @property
    def is_left_alone(self):
        return any(each.name in _LEFT_ALONE for each in self.opened)

    def _tag(self, token):
        """Follows what is open, and marks a picture or field whose description is such a text."""
        found = _NAME.match(token)
        if not found:
            return token
        name = found[1].lower()
        if token.startswith("</"):
            if any(each.name == name for each in self.opened):
                while self.opened.pop().name != name:
                    pass
            return token
        language = _LANG.search(token)
        if name not in VOID_ELEMENTS:
            if not token.endswith("/>"):
                self.opened.append(_Open(name, language[1] if language else self.around, len(self.made)))
            return token
        read_out = {self.wanted.get(_plain(value)) for value in _READ_OUT.findall(token)} - {None, self.around}
        return _with_lang(token, *read_out) if len(read_out) == 1 and not language and not self.is_left_alone else token

    def _text(self, token):
        if self.is_left_alone:
            return token
        text_only = self.opened and self.opened[-1].name in _TEXT_ONLY
        language = self.wanted.get(_plain(token))
        if not language:
            return token if text_only or not self.inside else self._parts(token)
        if language == self.around:
            return token
        if text_only:
            place = self.opened[-1].place
            self.made[place] = _with_lang(self.made[place], language)
            return token
        words = token.strip()
        return token.replace(words, _span(words, language), 1)

    def _parts(self, token):
        """A text that holds others: a name between brackets, say."""
        parts, end, plain = [], 0, unescape(token)
        for match in self.inside.finditer(plain):
            language, words = self.wanted[match[0]], escape(match[0])
            parts += [escape(plain[end : match.start()]), words if language == self.around else _span(words, language)]
            end = match.end()
        return "".join([*parts, escape(plain[end:])]) if parts else token


def _span(words, language):
    return f'<span lang="{language}">{words}</span>'


def _with_lang(tag, language):
    end = len(tag) - (2 if tag.endswith("/>") else 1)
    return f'{tag[:end].rstrip()} lang="{language}"{tag[end:]}'


def _plain(text):
    return " ".join(unescape(text).split())


def _is_words(text, language):
    """Whether a text is in a language at all: a number is in none, and Latin letters alone are no Japanese."""
    if language.partition("-")[0] in {"ja", "zh", "ko"}:
        return bool(_EAST_ASIAN.search(text))
    return any(sign.isalpha() for sign in text)
