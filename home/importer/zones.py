"""Which sections are the plan's, and which tell stories."""

import re
from dataclasses import dataclass

from .events import Question, Signature, Text, events_of
from .headings import OUTLINE, SECTIONS, Kind
from .people import speaker_in_heading

# How many sections ahead a heading is looked through for signs of a story.
_LOOK_AHEAD = 12
WAVED = re.compile(r"^[～〜~].+[～〜~]$|^[―—–─-].+[―—–─-]$")
_ENDS_ALWAYS = {Kind.CHAPTER, Kind.PHILOSOPHY, Kind.PERIOD, Kind.CONTENTS, Kind.ASIDE}
_SIGNS = {Kind.MESSAGES, Kind.QUESTIONS}


@dataclass
class Zone:
    """A run of sections that tell stories. `opener` is the heading over them (取組事例), if there is one."""

    sections: list
    opener: object = None

    title_level: int = 0

    def add(self, section):
        self.sections.append(section)
        self.title_level = self.title_level or section.level


def divide(sections):
    """Sections → sections of the plan and Zones, in order."""
    divided, zone, plan_styles = [], None, set()
    for index, section in enumerate(sections):
        if zone is not None and not _ends(section, zone, plan_styles):
            if section.kind == Kind.STORIES and not (zone.title_level and section.level > zone.title_level):
                zone = _opened(divided, section)
            else:
                zone.add(section)
            continue
        zone = None
        if section.kind in (Kind.STORIES, Kind.STORY):
            zone = _opened(divided, section)
        elif section.heading and section.kind not in _ENDS_ALWAYS | OUTLINE | SECTIONS and _begins(sections, index):
            zone = Zone([section], title_level=section.level)
            divided.append(zone)
        else:
            if section.kind in SECTIONS:
                plan_styles.add(section.style)
            divided.append(section)
    return divided


def _opened(divided, section):
    over = section.kind == Kind.STORIES
    zone = Zone([section], section if over else None, 0 if over else section.level)
    divided.append(zone)
    return zone


def _ends(section, zone, plan_styles):
    """Whether this section belongs to the plan again."""
    if section.kind in _ENDS_ALWAYS or (section.meaning and section.meaning.chapter):
        return True
    deeper = bool(section.level and zone.title_level and section.level > zone.title_level)
    if section.kind == Kind.IMPRINT:
        return not deeper
    if section.kind in SECTIONS:
        # 課題 may be a part of a story too, unless headings of this look were the plan's before.
        return not deeper or section.style in plan_styles
    if section.kind in OUTLINE:
        return bool(section.meaning.number) or not deeper
    return False


def _begins(sections, index):
    """Whether an unknown heading opens a story: somebody speaks below it before the plan goes on."""
    first = sections[index]
    if first.kind in (Kind.EXPLAINER, Kind.TURN_TO, Kind.IMPRINT, Kind.PLAN, Kind.MEMBERS, Kind.ACTIVITIES):
        return False
    for place in range(index, min(len(sections), index + _LOOK_AHEAD)):
        section = sections[place]
        if place > index:
            if section.kind in _ENDS_ALWAYS | OUTLINE | SECTIONS | {Kind.STORIES, Kind.STORY}:
                return False
            if section.level and first.level and section.level <= first.level:
                return False
            if not first.level and section.style == first.style:
                return False
        if _tells(section):
            return True
    return False


def _tells(section):
    title = section.title.plain if section.title else ""
    if WAVED.match(title):
        return True
    if section.kind in _SIGNS and section.chunks:
        return True
    if section.title and speaker_in_heading(section.title) and section.chunks:
        return True
    texts = False
    for event in events_of(section.chunks):
        if isinstance(event, Question):
            return True
        if isinstance(event, Signature) and texts:
            return True
        texts = texts or isinstance(event, Text)
    return False
