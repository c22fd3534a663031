"""What an import did, as text for the editor and as JSON for programs."""

import unicodedata
from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .outcome import MADE, RENEWED
from .wording import (
    kind_name,
    line_numbers,
    meaning_sentence,
    reason_sentence,
    remark_sentence,
    said,
    state_name,
)

_WIDEST_TITLE = 60


def as_text(outcome):
    """The report, line by line."""
    return "\n".join(
        [
            *_head(outcome),
            *_table(outcome),
            *_not_placed(outcome),
            *_structure(outcome),
            *_damage(outcome),
            *_remarks(outcome),
            *_published(outcome),
            "",
        ]
    )


def _head(outcome):
    source = outcome.source
    yield _("%(name)s, read as %(encoding)s.") % {"name": source.name, "encoding": source.encoding}
    if outcome.dry_run:
        yield _("A dry run: nothing below was kept.")
    if outcome.target is None:
        yield _("No goal, no story and no term was found in it. Nothing was made.")
        return
    if outcome.known:
        yield _("This document was imported before.")
    for page in outcome.target.made:
        yield _("Made above it: %(kind)s “%(title)s”.") % {"kind": page._meta.verbose_name, "title": page.title}
    plan = outcome.target.pillar or outcome.target.plan
    if outcome.elsewhere:
        yield _("Its goals hang below “%(title)s” since then, and stay there.") % {"title": outcome.elsewhere}
    elif plan is not None:
        yield _("It goes below “%(title)s” (%(id)s).") % {"title": plan.title, "id": plan.pk}


def _table(outcome):
    if not outcome.entries:
        return
    rows = [[_("What"), _("Title"), _("Lines"), _("State"), _("Id")]]
    for entry in outcome.entries:
        draft = entry.draft
        pk = str(entry.obj.pk) if entry.obj is not None and not (outcome.dry_run and entry.state == MADE) else ""
        rows.append([kind_name(draft), _short(draft.title), _where(draft.lines), state_name(entry.state), pk])
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    yield ""
    for number, row in enumerate(rows):
        yield "  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
        if number == 0:
            yield "  ".join("-" * width for width in widths)
    counted = Counter(kind_name(entry.draft) for entry in outcome.entries if entry.state in (MADE, RENEWED))
    if counted:
        yield ""
        yield _("Made or renewed: %(counts)s.") % {
            "counts": ", ".join(f"{count} {name}" for name, count in counted.items())
        }
    else:
        yield ""
        yield _("Nothing was made or changed.")
    for record in outcome.vanished:
        yield _("No longer in the document, and kept: %(words)s") % {"words": _short(record.words)}


def _where(lines):
    return f"{lines[0]}–{lines[-1]}" if len(lines) > 1 else "".join(map(str, lines))


def _not_placed(outcome):
    leftovers = outcome.document.leftovers
    yield ""
    if not leftovers:
        yield _("Everything in the document was placed.")
        return
    count = sum(len(each.text.split("\n")) for each in leftovers)
    yield ngettext("Not placed (%(count)s line):", "Not placed (%(count)s lines):", count) % {"count": count}
    for leftover in leftovers:
        for number, text in numbered(leftover):
            yield f"  {number:>5}  {text}  [{reason_sentence(leftover.reason)}]"


def numbered(leftover):
    """[(line number, text)]: each line of a leftover with its number."""
    texts = leftover.text.split("\n")
    if len(texts) == len(leftover.lines):
        return list(zip(leftover.lines, texts, strict=True))
    first = leftover.lines[0] if leftover.lines else 0
    return [(first, text) for text in texts]


def _structure(outcome):
    document = outcome.document
    if document.signposts:
        yield ""
        yield _("Headings that say what follows, and land in no field:")
        for each in document.signposts:
            yield f"  {each.line:>5}  {each.text}  → {meaning_sentence(each.meaning)}"
    if document.marks:
        counted = Counter(character for mark in document.marks for character in mark.text)
        yield ""
        yield _("Marks of lists, numbers and brackets, left out: %(marks)s") % {
            "marks": "  ".join(f"{character} ×{count}" for character, count in counted.most_common())
        }


def _damage(outcome):
    yield ""
    if not outcome.document.damage:
        yield _("Nothing looks damaged.")
        return
    yield _("Looks damaged (nothing was repaired):")
    for remark in outcome.document.damage:
        yield f"  {line_numbers(remark.lines)}: {remark_sentence(remark)}"


def _remarks(outcome):
    for title, which in ((_("Open questions (they keep it a draft):"), "questions"), (_("Notes to check:"), "notes")):
        rows = [(entry.draft, remark) for entry in outcome.entries for remark in getattr(entry.draft, which)]
        if rows:
            yield ""
            yield title
        for draft, remark in rows:
            where = line_numbers(remark.lines)
            name = f"{kind_name(draft)} “{_short(draft.title, 30)}”"
            yield f"  {name}{', ' + where if where else ''}: {remark_sentence(remark)}"


def _published(outcome):
    if not outcome.publishes:
        return
    published = [entry for entry in outcome.entries if entry.published]
    left = [entry for entry in outcome.entries if entry.reasons]
    yield ""
    yield ngettext("Published: %(count)s part.", "Published: %(count)s parts.", len(published)) % {
        "count": len(published)
    }
    for entry in published:
        yield f"  {kind_name(entry.draft)} “{_short(entry.draft.title)}”"
    if left:
        yield _("Left as drafts:")
    for entry in left:
        why = " ".join(said(code, detail) for code, detail in entry.reasons)
        yield f"  {kind_name(entry.draft)} “{_short(entry.draft.title)}”: {why}"


def as_data(outcome):
    """The same for programs: plain lists and strings."""
    source, document = outcome.source, outcome.document
    return {
        "document": {"name": source.name, "encoding": source.encoding, "digest": source.digest},
        "dry_run": outcome.dry_run,
        "known": outcome.known,
        "made_above": [_page(page) for page in outcome.target.made] if outcome.target else [],
        "parent": _page(outcome.target.pillar or outcome.target.plan) if outcome.target else None,
        "parts": [_entry(entry) for entry in outcome.entries],
        "counts": dict(Counter(entry.draft.kind for entry in outcome.entries)),
        "vanished": [{"kind": record.kind, "words": record.words} for record in outcome.vanished],
        "not_placed": [_leftover(each) for each in document.leftovers],
        "structure": [{"line": each.line, "text": each.text, "meaning": each.meaning} for each in document.signposts],
        "marks": [{"line": each.lines[0], "text": each.text} for each in document.marks],
        "damage": [_remark(remark) for remark in document.damage],
        "published": [entry.draft.title for entry in outcome.entries if entry.published],
        "left_as_draft": [
            {
                "kind": entry.draft.kind,
                "title": entry.draft.title,
                "why": [
                    {"code": code, "detail": detail, "sentence": said(code, detail)} for code, detail in entry.reasons
                ],
            }
            for entry in outcome.entries
            if entry.reasons
        ],
    }


def _entry(entry):
    draft = entry.draft
    return {
        "kind": draft.kind,
        "side": getattr(draft.part, "side", None),
        "title": draft.title,
        "place": draft.place,
        "lines": list(draft.lines),
        "state": entry.state,
        "id": entry.obj.pk if entry.obj is not None else None,
        "key": entry.record.part_key if entry.record else None,
        "questions": [_remark(remark) for remark in draft.questions],
        "notes": [_remark(remark) for remark in draft.notes],
    }


def _page(page):
    return {"id": page.pk, "type": page._meta.label, "title": page.title} if page is not None else None


def _leftover(leftover):
    return {
        "lines": list(leftover.lines),
        "text": leftover.text,
        "reason": leftover.reason,
        "sentence": reason_sentence(leftover.reason),
    }


def _remark(remark):
    return {
        "code": remark.code,
        "lines": list(remark.lines),
        "detail": remark.detail,
        "sentence": remark_sentence(remark),
    }


def _short(text, width=_WIDEST_TITLE):
    text = text.replace("\n", " ")
    kept, used = "", 0
    for character in text:
        used += _width(character)
        if used > width:
            return kept + "…"
        kept += character
    return kept


def _width(text):
    """Columns on a terminal: a full-width sign takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _padded(text, width):
    return text + " " * (width - _width(text))
