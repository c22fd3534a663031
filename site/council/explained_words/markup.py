"""Finds in a finished page where words of the glossary stand first, and writes their explanation there. Pure."""

import re
from dataclasses import dataclass
from html import escape, unescape

from council.void_elements import VOID_ELEMENTS

# Where the list of the words goes; written by `{% words_on_this_page %}`, and left in a page on which nothing is explained.
PLACE = "<!--words-on-this-page-->"

_TOKEN = re.compile(
    r"<!--.*?-->|<(?P<raw>script|style)\b.*?</(?P=raw)>|<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|<[^>]*>|[^<]+", re.DOTALL
)
_NAME = re.compile(r"<(?P<is_end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)")
_LANG = re.compile(r'\slang="([^"]*)"')
_CLASS = re.compile(r'\sclass="([^"]*)"')
# Running text, by the classes that templates give it.
RUNNING_TEXT = frozenset(
    ("prose", "lead", "in-short", "opening-summary", "observations", "plain-list", "history", "initiative-statement")
)
# A button in a heading or a link would be a second target in it; what somebody said stands as they said it.
_LEFT_ALONE = frozenset(
    ("h1", "h2", "h3", "h4", "h5", "h6", "a", "button", "summary", "label", "figcaption", "table", "form", "nav", "svg", "ruby", "code", "time", "template", "textarea", "select")
)  # fmt: skip
_QUOTATIONS = frozenset(("blockquote", "q"))


@dataclass(frozen=True)
class Mention:
    """A word in the page: where its text begins and ends in the HTML, and the translation key of its term."""

    start: int
    end: int
    key: object


def running_texts(html):
    """``[(start, end, language, is_quotation)]``: where the running text before `PLACE` stands, piece by piece."""
    begin = html.find("<main")
    stop = html.find(PLACE)
    if begin < 0 or stop < begin:
        return
    language = _LANG.search(html)
    opened = []
    state = (language[1] if language else "", False, False, False)
    for found in _TOKEN.finditer(html, begin, stop):
        token = found[0]
        if token[0] != "<":
            language, is_running, is_alone, is_quotation = state
            if is_running and not is_alone and not token.isspace():
                yield found.start(), found.end(), language, is_quotation
            continue
        named = _NAME.match(token)
        name = named["name"].lower() if named else ""
        if not name or name in ("script", "style"):
            continue
        if named["is_end"]:
            while any(each == name for each, _state in opened):
                closed, state = opened.pop()
                if closed == name:
                    break
        elif name not in VOID_ELEMENTS and token[-2] != "/":
            opened.append((name, state))
            state = _inside(name, token, state)


def _inside(name, token, state):
    language, is_running, is_alone, is_quotation = state
    own, classes = _LANG.search(token), _CLASS.search(token)
    return (
        own[1] if own else language,
        is_running or (classes is not None and not RUNNING_TEXT.isdisjoint(classes[1].split())),
        is_alone or name in _LEFT_ALONE or (classes is not None and "quiet" in classes[1].split()),
        is_quotation or name in _QUOTATIONS,
    )


def mentions_in(html, spellings):
    """The first mention of each word outside of quotations, and the keys of all words, in the order of the page.

    Args:
        spellings: ``{language: council.explained_words.mentions.Spellings}``.

    Returns:
        ``({key: Mention}, [key])``.
    """
    first, keys = {}, {}
    for start, end, language, is_quotation in running_texts(html):
        if language not in spellings:
            continue
        raw = html[start:end]
        # What is written with a reference, such as &amp;, has its places moved: such a text is not looked at.
        if "&" in raw and unescape(raw) != raw:
            continue
        for place, stop, key in spellings[language].found_in(raw):
            keys.setdefault(key)
            if not is_quotation:
                first.setdefault(key, Mention(start + place, start + stop, key))
    return first, list(keys)


def with_words(html, first, explained, listed):
    """The page with the explanations in place.

    Args:
        first: ``{key: Mention}``.
        explained: a function from a key and the word as it stands to the HTML in its place.
        listed: HTML of the list, which stands at `PLACE`.
    """
    pieces, done = [], 0
    for mention in sorted(first.values(), key=lambda each: each.start):
        word = html[mention.start : mention.end]
        pieces += (html[done : mention.start], explained(mention.key, word))
        done = mention.end
    return "".join([*pieces, html[done:]]).replace(PLACE, listed, 1)


def word_html(word, key, explanation, label, attributes):
    """A word, a button beside it, and what the button shows. Without a popover it is what stands in brackets behind the word.

    Args:
        word: HTML, as it stands in the text.
        key: what the ids of the page are made from.
        explanation: plain text.
        label: plain text that names the button.
        attributes: HTML attributes of what is in another language than the text, such as ``' lang="en"'``.
    """
    return (
        f'<span class="explained">{word}<span class="explained-mark"><button type="button" class="explained-button"'
        f' popovertarget="word-{key}" aria-label="{escape(label)}"{attributes}></button>'
        f'<span class="explained-text" id="word-{key}" popover data-nosnippet{attributes}>{escape(explanation)}</span></span></span>'
    )
