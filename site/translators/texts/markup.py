"""Whether a translated text has the tags and placeholders of its source. Pure."""

import re
from collections import Counter

from django.utils.translation import gettext as _

# White space is what HTML calls so: a wide space between name and id is none to a browser.
_TAG = re.compile(
    r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s+[^<>\s=/]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>=]+))?)*)\s*(/?)>",
    re.ASCII,
)
_ATTRIBUTE = re.compile(r"([^<>\s=/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=]+))|([^<>\s=/]+)")
_LOOKS_LIKE_A_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\{[^{}]*\}\}|\$?\{[A-Za-z_]\w*\}|\{\d*\}")
_ALONE = {"br"}


class Broken(ValueError):
    """A text whose tags are not closed as they are opened, or are none."""


def fault(source, translation):
    """What is wrong with a translation's tags and placeholders, as the end of a sentence; empty if nothing is.

    Line breaks may go and come: another language breaks its lines elsewhere.
    """
    try:
        expected = _tags(source)
    except Broken:
        # Nothing that wagtail-localize makes; then nothing can be asked of its translation.
        expected = None
    try:
        found = _tags(translation)
    except Broken as broken:
        return str(broken)
    if expected is not None:
        if more := found - expected:
            return _("it has the tag %(tag)s, which the source does not have") % {"tag": _written(more)}
        if less := expected - found:
            return _("it lacks the tag %(tag)s of the source") % {"tag": _written(less)}
    expected, found = Counter(_PLACEHOLDER.findall(source)), Counter(_PLACEHOLDER.findall(translation))
    if more := found.keys() - expected.keys():
        return _("it has the placeholder %(name)s, which the source does not have") % {"name": min(more)}
    if less := expected.keys() - found.keys():
        return _("it lacks the placeholder %(name)s of the source") % {"name": min(less)}
    return ""


def _tags(text):
    """How often each opening tag stands in a text, line breaks left out: ``{('a', (('id', 'a1'),)): 1}``."""
    counted, opened, end = Counter(), [], 0
    for start in (match.start() for match in _LOOKS_LIKE_A_TAG.finditer(text)):
        if start < end:
            continue
        tag = _TAG.match(text, start)
        if not tag:
            raise Broken(_("it has a broken tag: %(tag)s") % {"tag": text[start : start + 20]})
        end = tag.end()
        closes, name, attributes, closed = tag[1], tag[2], tag[3], tag[4]
        if closes:
            if not opened or opened.pop() != name or attributes.strip():
                raise Broken(_("the tag %(tag)s closes nothing") % {"tag": tag[0]})
            continue
        kind = name, tuple(sorted(_attributes(attributes)))
        if kind not in {(alone, ()) for alone in _ALONE}:
            counted[kind] += 1
        if not closed and name not in _ALONE:
            opened.append(name)
    if opened:
        raise Broken(_("the tag %(tag)s is not closed") % {"tag": f"<{opened[-1]}>"})
    return counted


def _attributes(text):
    for name, double, single, bare, alone in _ATTRIBUTE.findall(text):
        yield (name or alone).lower(), double or single or bare


def _written(tags):
    """The first of some tags, as it is written."""
    name, attributes = min(tags)
    return "<" + " ".join([name, *(f'{key}="{value}"' for key, value in attributes)]) + ">"
