"""The drawing as SVG. Every box is a link; what hangs together with it lies under it, unseen until it is meant.

Colours and widths are in ``relation-map.css``. They are set on groups: what ``<use>`` repeats takes those of where it stands.
"""

from django.utils import translation
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from council.translation.links import foreign_lang
from council.translation.locales import language_of
from council.translation.untranslated import untranslated
from plans.initiatives import Leader, State
from stories.relation_map.drawing import COLUMNS, INDENT

KINDS = {
    "pillar": gettext_lazy("Pillar"),
    "goal": gettext_lazy("Goal"),
    "initiative": gettext_lazy("Initiative"),
    "story": gettext_lazy("Story"),
    "organisation": gettext_lazy("Organisation"),
}
# What stands over the four columns, in a row above the drawing.
HEADS = (
    gettext_lazy("Pillars"),
    gettext_lazy("Goals"),
    gettext_lazy("What is being done"),
    gettext_lazy("Stories and organisations"),
)
HEAD = 44
RADIUS = 6


def as_svg(drawing, interface_lang):
    """The whole drawing.

    Args:
        drawing: `stories.relation_map.drawing.Drawing`.
        interface_lang: The language of the interface's own words where it is not that of the text around, else empty.
    """
    layout = drawing.layout
    parts = [
        f'<svg class="relation-map" role="group" width="{layout.width}" height="{layout.height + HEAD}" '
        f'viewBox="0 {-HEAD} {layout.width} {layout.height + HEAD}">',
        _heads(drawing, interface_lang),
        _threads(drawing),
        *[_knot(knot, interface_lang) for knot in drawing.knots],
        "</svg>",
    ]
    return mark_safe("".join(parts))


def name_of(entry):
    """What a link of the map is called: also which kind of page it leads to, and what the drawing says by its colours."""
    title = f"{entry.number} {entry.page.title}".strip()
    name = _("%(kind)s: %(title)s") % {"kind": KINDS[entry.kind], "title": title}
    facts = [str(choice(value).label) for choice, value in ((Leader, entry.led_by), (State, entry.state)) if value]
    return _("%(name)s (%(facts)s)") % {"name": name, "facts": _(", ").join(facts)} if facts else name


def _heads(drawing, interface_lang):
    there = {COLUMNS[knot.entry.kind] for knot in drawing.knots}
    texts = [
        f'<text x="{column.x + INDENT}" y="-22">{escape(word)}</text>'
        for place, (column, word) in enumerate(zip(drawing.columns, HEADS, strict=True))
        if place in there
    ]
    return f'<g class="map-heads" aria-hidden="true"{_lang(interface_lang)}>{"".join(texts)}</g>'


def _threads(drawing):
    """Each thread once, in the colour of the hand whose initiative it leads to."""
    entries = [knot.entry for knot in drawing.knots]
    groups = {}
    for thread, (start, end) in zip(drawing.layout.threads, drawing.ends, strict=True):
        kind = _kind_of_thread(None if start is None else entries[start], entries[end])
        groups.setdefault(kind, []).append(f'<path id="{_id(start, end)}" d="{thread.path}"/>')
    drawn = [f'<g class="thread-{kind}">{"".join(paths)}</g>' for kind, paths in groups.items()]
    return f'<g class="threads">{"".join(drawn)}</g>'


def _kind_of_thread(start, end):
    if end.led_by or not start:
        return end.led_by or "stem"
    return {"story": "tie", "initiative": "end"}.get(start.kind, "stem")


def _id(start, end):
    """Names a thread by what it joins: `relation-map.js` reads it."""
    return f"t{'' if start is None else start}-{end}"


def _knot(knot, interface_lang):
    entry, box = knot.entry, knot.box
    # What is pressed begins below the word for the hand, which is no part of the link.
    top = knot.hand.y + 4 if knot.hand else box.y - 2
    kinds = f"knot-{entry.kind} by-{entry.led_by}" if entry.led_by else f"knot-{entry.kind}"
    lit = "".join(f'<use href="#{_id(*ends)}"/>' for ends in knot.lit)
    # The space at the end of a line keeps words apart for whoever does not see the lines.
    lines = [f'<tspan x="{line.x}" y="{line.y}">{escape(line.text)} </tspan>' for line in knot.title]
    if knot.label:
        lines.insert(
            0, f'<tspan class="map-label" x="{knot.label.x}" y="{knot.label.y}">{escape(knot.label.text)} </tspan>'
        )
    return (
        f'<g class="map-knot {kinds}">{_hand(knot.hand, interface_lang)}<g class="lit">{lit}</g>'
        f'<a href="{escape(entry.url)}"{_lang(_language_of_link(entry.page))} aria-label="{escape(name_of(entry))}" '
        f'data-number="{knot.number}" data-column="{COLUMNS[entry.kind]}">'
        f'<rect class="ground" x="{box.x - 4}" y="{top}" width="{box.width + 8}" height="{box.line + 6 - top}" rx="4"/>'
        f"{_sign(entry, box)}<text>{''.join(lines)}</text></a></g>"
    )


def _language_of_link(page):
    """As SVG's links have no ``hreflang``, ``lang`` also says what a page is read in that is not in the reader's language."""
    # A title that its translation lacks is in the language of the original.
    title = " ".join(page.title.split())
    own = next((code for code, texts in untranslated().texts.items() if title in texts), language_of(page))
    return own if own != translation.get_language() or foreign_lang(page) else ""


def _hand(words, interface_lang):
    """Whose hands the following initiatives are in; each link's own name says it too."""
    if not words:
        return ""
    lang, word = _lang(interface_lang), escape(Leader(words.text).label)
    return f'<text class="map-hand" aria-hidden="true" x="{words.x}" y="{words.y}"{lang}>{word}</text>'


def _sign(entry, box):
    """The knot on the line: round for the plan and, filled, for stories; square for organisations. An initiative's says its state."""
    x, y = box.x, box.line
    if entry.kind == "organisation":
        return f'<path class="sign" d="M{x - 5} {y - 5}h10v10h-10z"/>'
    sign = f'<circle class="sign" cx="{x}" cy="{y}" r="{RADIUS}"/>'
    if entry.state == State.UNDER_WAY:
        sign += f'<path class="sign-fill" d="M{x} {y - RADIUS}a{RADIUS} {RADIUS} 0 0 0 0 {2 * RADIUS}z"/>'
    elif entry.state == State.DONE:
        sign += f'<circle class="sign-fill" cx="{x}" cy="{y}" r="{RADIUS}"/>'
    elif entry.state == State.CARRIED_ON:
        sign += f'<circle class="sign-fill" cx="{x}" cy="{y}" r="3"/>'
    return sign


def _lang(code):
    return format_html(' lang="{}"', code) if code else ""
