"""Splitting a text into sentences, for Japanese, Chinese, Korean and languages in Latin script. Pure."""

import re

from translators.memory.tags import kinds

# A sign that ends a sentence by itself, and one that does so only before a space.
_FULL = "。！？｡"
_SPACED = ".!?…"
_OPENING = "「『（(【〈《“‘["
_CLOSING = "」』）)】〉》”’]"
_CLOSERS = _CLOSING + "\"'"
_TOKEN = re.compile(r"<[^<>]*>|\s+|.", re.DOTALL)
_ABBREVIATION = re.compile(r"(?:^|[\s(（「“\"'])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|No|vs|etc|approx|e\.g|i\.e|a\.m|p\.m)\.$")
# Between two sentences these languages put no space.
_WITHOUT_SPACES = {"ja", "zh"}


def split(text):
    """The sentences of a text, each without the space around it.

    A full stop inside brackets or quotation marks ends nothing, and neither does one inside an inline tag.
    """
    sentences, start = [], 0
    for end in _ends(text, brackets=_balanced(text)):
        sentences.append(text[start:end].strip())
        start = end
    sentences.append(text[start:].strip())
    return [sentence for sentence in sentences if sentence]


def _balanced(text):
    return sum(text.count(sign) for sign in _OPENING) == sum(text.count(sign) for sign in _CLOSING)


def _ends(text, brackets):
    """Where a sentence ends. ``brackets``: whether they are to be heeded, as they are where each is closed."""
    tokens = [(match.group(), match.end()) for match in _TOKEN.finditer(text)]
    tags, depth, ended = 0, 0, ""
    for place, (token, end) in enumerate(tokens):
        following = tokens[place + 1][0] if place + 1 < len(tokens) else ""
        if token.startswith("<") and len(token) > 1:
            tags += _depth_of(token)
        elif brackets and token in _OPENING:
            depth += 1
            ended = ""
            continue
        elif brackets and token in _CLOSING:
            depth = max(0, depth - 1)
        elif token in _FULL or token in _SPACED:
            ended = token
        elif token not in _CLOSERS:
            ended = ""
            continue
        if not ended or tags or depth or not following:
            continue
        if following in _CLOSERS or following in _FULL or following in _SPACED or following.startswith("</"):
            continue
        if token in _CLOSERS and following.strip() and following not in _OPENING:
            # 「はい。」と答えた。 goes on after the quotation.
            continue
        if ended in _SPACED and (following.strip() or _ABBREVIATION.search(text[:end])):
            continue
        yield end


def _depth_of(tag):
    if tag.startswith("</"):
        return -1
    return 0 if tag.endswith("/>") or tag.startswith("<br") else 1


def joined(sentences, language_code):
    """The sentences as one text of a language."""
    space = "" if language_code.partition("-")[0] in _WITHOUT_SPACES else " "
    return space.join(sentences)


def pairs(source, translation):
    """``{sentence: its translation}``, where both texts have the same number of sentences with the same tags each."""
    of_source, of_translation = split(source), split(translation)
    if len(of_source) != len(of_translation):
        return {}
    return {
        before: after for before, after in zip(of_source, of_translation, strict=True) if kinds(before) == kinds(after)
    }
