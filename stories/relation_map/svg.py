"""The drawing as SVG. Every box is a link; what hangs together with it lies under it, unseen until it is meant.

Colours and widths are in ``relation-map.css``. They are set on groups: what ``<use>`` repeats takes those of where it stands.
"""

from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from council.translation.links import foreign_lang, reader_url
from plans.initiatives import Leader, State
from stories.relation_map.drawing import COLUMNS, INDENT

# The row of the columns' names, above the drawing.
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
    name = _("%(kind)s: %(title)s") % {
        "kind": kind_word(entry.kind),
        "title": f"{entry.number} {entry.page.title}".strip(),
    }
    facts = [Leader(entry.led_by).label if entry.led_by else "", State(entry.state).label if entry.state else ""]
    return (
        _("%(name)s (%(facts)s)") % {"name": name, "facts": _(", ").join(map(str, filter(None, facts)))}
        if any(facts)
        else name
    )


def kind_word(kind):
    return {
        "pillar": _("Pillar"),
        "goal": _("Goal"),
        "initiative": _("Initiative"),
        "story": _("Story"),
        "organisation": _("Organisation"),
    }[kind]


def _heads(drawing, interface_lang):
    words = {
        "pillar": _("Pillars"),
        "goal": _("Goals"),
        "initiative": _("What is being done"),
        "story": _("Stories and organisations"),
    }
    there = {COLUMNS[knot.entry.kind] for knot in drawing.knots}
    texts = [
        f'<text x="{drawing.columns[column].x + INDENT}" y="-22">{escape(words[kind])}</text>'
        for kind, column in COLUMNS.items()
        if kind in words and column in there
    ]
    return f'<g class="map-heads" aria-hidden="true"{_lang(interface_lang)}>{"".join(texts)}</g>'


def _threads(drawing):
    """Each thread once, in the colour of the hand whose initiative it leads to."""
    hands = {knot.entry.key: knot.entry.led_by for knot in drawing.knots}
    tied = {knot.entry.key for knot in drawing.knots if knot.entry.kind == "story"}
    groups = {}
    for place, thread in enumerate(drawing.layout.threads):
        is_leaf = thread.start in tied
        kind = "tie" if is_leaf else hands.get(thread.end) or ("end" if hands.get(thread.start) else "stem")
        groups.setdefault(kind, []).append(f'<path id="t{place}" d="{thread.path}"/>')
    drawn = [f'<g class="thread-{kind}">{"".join(paths)}</g>' for kind, paths in groups.items()]
    return f'<g class="threads">{"".join(drawn)}</g>'


def _knot(knot, interface_lang):
    entry, box, number = knot.entry, knot.box, knot.number
    kinds = f"knot-{entry.kind} by-{entry.led_by}" if entry.led_by else f"knot-{entry.kind}"
    hand = ""
    if knot.hand:
        word = escape(Leader(knot.hand.text).label)
        hand = f'<text class="map-hand" aria-hidden="true" x="{knot.hand.x}" y="{knot.hand.y}"{_lang(interface_lang)}>{word}</text>'
    lit = "".join(
        [f'<use href="#t{place}"/>' for place in knot.lit] + [f'<use href="#k{each}"/>' for each in knot.lit_knots]
    )
    lines = (
        [f'<tspan class="map-label" x="{knot.label.x}" y="{knot.label.y}">{escape(knot.label.text)} </tspan>']
        if knot.label
        else []
    )
    # The space at the end of a line keeps words apart for whoever does not see the lines.
    lines += [f'<tspan x="{line.x}" y="{line.y}">{escape(line.text)} </tspan>' for line in knot.title]
    return (
        f'<g class="map-knot {kinds}">{hand}<g class="lit">{lit}</g>'
        f'<a href="{escape(reader_url(entry.page))}"{_lang(foreign_lang(entry.page))} aria-label="{escape(name_of(entry))}" '
        f'data-column="{COLUMNS[entry.kind]}">'
        f'<rect class="ground" x="{box.x - 4}" y="{box.y - 2}" width="{box.width + 8}" height="{box.height + 8}" rx="4"/>'
        f'<g class="line"><path id="k{number}" d="M{box.x} {box.line}H{box.right}"/></g>'
        f"{_sign(entry, box)}<text>{''.join(lines)}</text></a></g>"
    )


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
