"""A zone of stories → Story by Story."""

import re

from .bodies import BodyReader
from .chunks import Prose, Section
from .clauses import title_of
from .events import Caption, Signature, Text, events_of
from .headings import Kind
from .parts import Leftover, Remark, Story, Words
from .zones import WAVED

_NO_TITLES = {
    Kind.EXPLAINER,
    Kind.MESSAGES,
    Kind.MEMBERS,
    Kind.ACTIVITIES,
    Kind.QUESTIONS,
    Kind.TURN_TO,
    Kind.IMPRINT,
    Kind.STORIES,
}
_VOICES_ONLY = re.compile(r"声|インタビュー")
_SUBTITLED = re.compile(r"^(?P<title>.{3,80}?)[ \u3000]*(?P<subtitle>[～〜].{2,80}[～〜])$")
LONGEST_TITLE = 255


def read_stories(zone, document):
    """The stories of one zone, in order; what is none of theirs goes to the document's leftovers."""
    sections = [section for section in zone.sections if section is not zone.opener]
    whole_text = "\n".join(section.raw() for section in zone.sections)
    starts = _starts(sections)
    opener = zone.opener
    if opener and _tells_voices(opener, sections, starts):
        return [story for story in [_story([_as_title(opener), *sections], whole_text)] if story]
    stories = []
    if opener and not starts:
        starts = [0] if sections else []
    if opener and (opener.chunks or opener.inline):
        if starts:
            _leave(document, opener, "introduction", heading=False)
        else:
            return _untitled(opener, sections, whole_text, document)
    if not opener and not starts and sections[0].kind in (Kind.MESSAGES, Kind.QUESTIONS):
        # Nothing but messages: their heading is the title.
        starts = [0]
    for section in sections[: starts[0] if starts else 0]:
        _leave(document, section, "before_story")
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(sections)
        story = _story(sections[start:end], whole_text)
        if story:
            stories.append(story)
        else:
            for section in sections[start:end]:
                _leave(document, section, "story_without_text")
    return stories


def _starts(sections):
    """Where a new story begins: the headings of the highest look, a subtitle in ～ ～ not counted."""
    named = [index for index, section in enumerate(sections) if section.kind == Kind.STORY]
    if named:
        level = min(sections[index].level for index in named)
        return [
            index
            for index, section in enumerate(sections)
            if section.kind == Kind.STORY or (level and 0 < section.level <= level and section.kind not in _NO_TITLES)
        ]
    able = [
        (index, section)
        for index, section in enumerate(sections)
        if section.kind not in _NO_TITLES and section.heading.bracket not in ("[]", "［］", "〔〕")
    ]
    if not able:
        return []
    levels = [section.level for _, section in able if section.level]
    if levels:
        top = min(levels)
        found = [index for index, section in able if section.level == top]
    else:
        style = able[0][1].style
        found = [index for index, section in able if section.style == style and style] or [able[0][0]]
    found = [index for index in found if not _is_subtitle(sections, index)]
    if found and sections[found[0]].heading.alone and not _is_signed(sections[found[0]]):
        # Titles that only stand alone look like the headlines of interviews: these are signed.
        found = [index for index in found if not _is_signed(sections[index])]
    return found


def _is_signed(section):
    return any(isinstance(event, Signature) for event in events_of(section.chunks))


def _is_subtitle(sections, index):
    return bool(
        index
        and WAVED.match(sections[index].title.plain)
        and sections[index - 1].is_bare()
        and not _waved(sections[index - 1])
    )


def _waved(section):
    return bool(WAVED.match(section.title.plain))


def _tells_voices(opener, sections, starts):
    """地域の声 with one interview under each heading is one story of many voices, not many stories."""
    if not _VOICES_ONLY.search(opener.title.plain):
        return False
    if not sections:
        return bool(opener.chunks) and any(isinstance(event, Signature) for event in events_of(opener.chunks))
    return len(starts) == len(sections) and all(
        any(isinstance(event, Signature) for event in events_of(section.chunks)) for section in sections
    )


def _as_title(opener):
    return Section(opener.heading, opener.title, None, None, opener.chunks)


def _untitled(opener, sections, whole_text, document):
    """Text right under 取組事例: its first short line is the title, or else one is proposed."""
    chunks = list(opener.chunks)
    first = chunks[0] if chunks else None
    caption = next(iter(events_of([first])), None) if isinstance(first, Prose) else None
    if isinstance(caption, Caption) and len(chunks) > 1:
        title = caption.words
        story = Story(title)
        chunks = chunks[1:]
    else:
        words = opener.inline or next((e.words for e in events_of(chunks) if isinstance(e, Text)), None)
        if words is None:
            for section in [opener, *sections]:
                _leave(document, section, "before_story")
            return []
        story = Story(Words(title_of(words.plain)))
        story.remarks.append(Remark("title_proposed", words.lines, story.title.text))
        if opener.inline:
            story.lead.append(opener.inline)
    reader = BodyReader(story, whole_text)
    reader.read_opening(chunks)
    for section in sections:
        reader.read_section(section)
    reader.finish()
    return [story]


def _story(sections, whole_text):
    """One story out of its sections; None where there is nothing but a title."""
    first, *others = sections
    story = Story(first.title)
    chunks = list(first.chunks)
    if first.kind == Kind.STORY:
        story.kicker = Words(first.meaning.number, first.title.lines)
        story.title = Words(first.meaning.name, first.title.lines) if first.meaning.name else first.title
        if not first.meaning.name:
            story.kicker = None
    elif _waved(first):
        _title_below(story, chunks)
    split = _SUBTITLED.match(story.title.text)
    if split:
        story.subtitle = Words(split["subtitle"], story.title.lines)
        story.title = Words(split["title"], story.title.lines)
    if others and first.is_bare() and _waved(others[0]) and story.subtitle is None:
        story.subtitle = others[0].title
        chunks, others = list(others[0].chunks), others[1:]
    reader = BodyReader(story, whole_text)
    _shorten(story)
    if len(story.title.plain) > LONGEST_TITLE:
        story.lead.append(story.title)
        story.title = Words(title_of(story.title.plain))
        story.remarks.append(Remark("title_proposed", story.lead[0].lines, story.title.text))
    if first.kind == Kind.MESSAGES:
        reader.read_messages(chunks)
    else:
        reader.read_opening(chunks)
    for section in others:
        reader.read_section(section)
    reader.finish()
    if not (story.lead or story.body):
        return None
    return story


def _shorten(story):
    """A line too long for its field stands at the head of the lead instead."""
    for name, limit in (("kicker", 100), ("subtitle", 150)):
        words = getattr(story, name)
        if words and len(words.plain) > limit:
            story.lead.append(words)
            setattr(story, name, None)


def _title_below(story, chunks):
    """～…～ above short lines: the line above the title, and the title in its lines."""
    if not chunks or not isinstance(chunks[0], Prose):
        return
    event = next(iter(events_of([chunks[0]])), None)
    if not isinstance(event, Caption) or event.prose.lines[0].bold:
        return
    story.kicker = story.title
    story.title = Words(" ".join(line.body for line in event.prose.lines), event.words.lines)
    if len(event.prose.lines) > 1:
        story.remarks.append(Remark("title_joined", event.words.lines, story.title.text))
    del chunks[0]


def _leave(document, section, reason, heading=True):
    if heading or not section.heading:
        document.leftovers.append(Leftover(section.numbers, section.raw(), reason))
        return
    for chunk in section.chunks:
        document.leftovers.append(Leftover(chunk.numbers, chunk.raw(), reason))
    if section.inline:
        document.leftovers.append(Leftover(section.inline.lines, section.inline.text, reason))
