"""Text → Document: the one function that reads a whole plan document. No Django below this line of the importer."""

import re

from .chunks import Prose
from .coverage import account
from .damage import look_for_damage
from .facts import fiscal_years_in
from .headings import Kind, Meaning
from .lines import split_lines
from .outline import OutlineReader
from .parts import Document, Leftover, Remark, Signpost, Words
from .sections import read_sections
from .stories import read_stories
from .tables import unfolded
from .zones import Zone, divide


def read_plan(text):
    """Read the text of a plan document into its parts."""
    document = Document()
    lines = split_lines(text)
    read = read_sections(lines)
    for line, reason in read.set_aside:
        document.leftovers.append(Leftover((line.number,), line.raw.strip(), reason))
    document.damage = look_for_damage(lines, read.sections)
    _title_of_plan(read.sections)
    items = [
        item for item in divide(unfolded(read.sections)) if isinstance(item, Zone) or not _about_plan(item, document)
    ]
    reader = OutlineReader(items, document)
    document.outline = reader.read()
    _stories(reader.zones, document)
    account(document, lines)
    document.leftovers.sort(key=lambda each: each.lines)
    document.marks.sort(key=lambda each: each.lines)
    document.signposts = sorted(dict.fromkeys(document.signposts), key=lambda each: each.line)
    return document


def _title_of_plan(sections):
    """The document's first heading, where it calls itself a plan."""
    first = next((section for section in sections if section.heading), None)
    if (
        first
        and first.kind is None
        and re.search(r"(?:計画|プラン)(?:[ \u3000]*[0-9０-９-]{4,9})?$", first.title.plain)
    ):
        first.meaning = Meaning(Kind.PLAN, name=first.title.text)


def _about_plan(section, document):
    """Title, philosophy and years: what says something of the plan as a whole. True where it was read."""
    plan = document.plan
    if section.kind == Kind.PLAN and plan.title is None:
        plan.title = section.title
        _years(plan, section.title.text)
        for chunk in section.chunks:
            _years(plan, chunk.raw())
            document.leftovers.append(Leftover(chunk.numbers, chunk.raw(), "introduction"))
        return True
    if section.kind == Kind.PHILOSOPHY and plan.philosophy is None and (section.inline or _is_prose(section)):
        chunks = list(section.chunks)
        plan.philosophy = section.inline or chunks.pop(0).as_printed()
        text = section.heading.raw.strip()
        if section.inline:
            text = text.removesuffix(section.inline.text).strip()
        document.signposts.append(Signpost(section.line, text, str(section.kind)))
        for chunk in chunks:
            if isinstance(chunk, Prose):
                plan.philosophy_text.append(chunk.words())
            else:
                document.leftovers.append(Leftover(chunk.numbers, chunk.raw(), "introduction"))
        return True
    if section.kind == Kind.PERIOD:
        _years(plan, section.raw())
    return False


def _is_prose(section):
    return bool(section.chunks) and isinstance(section.chunks[0], Prose)


def _years(plan, text):
    if plan.first_fiscal_year is None:
        plan.first_fiscal_year, plan.last_fiscal_year = fiscal_years_in(text)


def _stories(zones, document):
    """Stories in order, each about the goal it stands with."""
    goals = list(document.goals())
    zones = sorted(zones, key=lambda pair: pair[0].sections[0].line)
    for zone, goal in zones:
        stories = read_stories(zone, document)
        apart = bool(zone.opener and zone.opener.meaning.chapter) and len(goals) > 1
        about = [] if apart else [goal] if goal else goals if len(goals) == 1 else []
        for story in stories:
            story.goals = list(about)
            unsure = len(goals) > 1 and goal is goals[-1] and _stands_after_all(zone, zones)
            if goals and (not about or unsure):
                story.remarks.append(Remark("story_goal_unsure", story.title.lines, asks=True))
        document.stories.extend(stories)
        _heading_over_stories(zone, about, stories, document)


def _stands_after_all(zone, zones):
    """The only stories of a document with several goals, at its end and under a heading as high as a goal's."""
    return len(zones) == 1 and zone.opener is not None and 0 < zone.opener.level <= 2


def _heading_over_stories(zone, about, stories, document):
    opener = zone.opener
    if not opener or any(story.title is opener.title for story in stories):
        return
    text = opener.title
    if about and stories and about[0].stories_heading is None and len(text.plain) <= 100:
        about[0].stories_heading = Words(text.text, text.lines)
    else:
        document.signposts.append(Signpost(opener.line, opener.heading.raw.strip(), str(opener.kind)))
