"""Document → the objects it asks for, in the order in which they need each other. Still no Django."""

import hashlib
import json
from dataclasses import dataclass, field, fields, is_dataclass

from . import parts
from .characters import join_lines
from .clauses import title_of
from .coverage import words_in
from .damage import suspects_in
from .parts import Remark, Words
from .streams import term_word

LONGEST_TITLE = 255
LONGEST_TERM = 100
UNTITLED = "（無題）"


@dataclass
class Draft:
    """One object to be made: what it is, where it stands in the document, and the words it is known by."""

    kind: str
    part: object
    place: str
    words: str
    title: str
    above: object = None
    remarks: list = field(default_factory=list)
    own: list = field(default_factory=list)  # the Words that must be found in it again
    at: tuple = ()  # where it stands, if its words are copies

    @property
    def lines(self):
        return self.at or tuple(sorted({number for words in self.own for number in words.lines}))

    @property
    def digest(self):
        """Changes when the document says something else here; line numbers and remarks do not count."""
        content = json.dumps([self.kind, self.title, _content(self.part)], ensure_ascii=False, default=str)
        return hashlib.sha256(content.encode()).hexdigest()

    @property
    def questions(self):
        return [remark for remark in self.remarks if remark.asks]

    @property
    def notes(self):
        return [remark for remark in self.remarks if not remark.asks]


def _content(part):
    if isinstance(part, Words):
        return part.text
    if isinstance(part, parts.Person):
        return part.identity
    if isinstance(part, (list, tuple)):
        return [_content(each) for each in part if not isinstance(each, (Remark, parts.Initiative))]
    if isinstance(part, parts.Goal):
        names = ("name", "number", "statement", "situation", "where_to_turn", "stories_heading")
        return [_content(getattr(part, name)) for name in names]
    if isinstance(part, parts.Pillar):
        return [_content(part.name), part.number, _content(part.statement)]
    if isinstance(part, parts.Story):
        about = [_content(goal.statement) for goal in part.goals]
        names = ("title", "kicker", "subtitle", "lead", "body", "organisation")
        return [about, *(_content(getattr(part, name)) for name in names)]
    if is_dataclass(part):
        return [type(part).__name__, *(_content(getattr(part, each.name)) for each in fields(part))]
    return part


class DraftList:
    """Every Draft of a document."""

    def __init__(self, document, with_plan):
        self.document = document
        self.drafts = []
        self.counts = {}
        self._damage = {}
        for remark in document.damage:
            if not remark.asks:
                for line in remark.lines:
                    self._damage.setdefault(line, []).append(remark)
        if with_plan:
            plan = document.plan
            self._add("plan", plan, "", "", words=list(words_in(plan)))
        self._vocabulary()
        self._outline()
        self._stories()

    def of(self, kind):
        return [draft for draft in self.drafts if draft.kind == kind]

    def _add(self, kind, part, words_known_by, title, above=None, under="", words=(), remarks=()):
        place = under or kind
        self.counts[place] = self.counts.get(place, 0) + 1
        own = list(words)
        draft = Draft(kind, part, f"{place}/{self.counts[place]}", words_known_by, title, above, list(remarks), own)
        if not title.strip() and kind != "plan":
            draft.title = UNTITLED
            draft.remarks.append(Remark("title_missing", draft.lines, asks=True))
        for each in own:
            for suspect in suspects_in(each.text):
                draft.remarks.append(Remark("suspect_character", each.lines, suspect, asks=True))
        lines = set(draft.lines)
        seen = []
        for line in draft.lines:
            for remark in self._damage.get(line, ()):
                if lines.issuperset(remark.lines) and remark not in seen:
                    seen.append(remark)
        draft.remarks.extend(seen)
        draft.remarks = list(dict.fromkeys(draft.remarks))
        self.drafts.append(draft)
        return draft

    def _vocabulary(self):
        """Themes, terms, organisations and people: what stories point at, each once."""
        seen = set()

        def once(*key):
            new = key not in seen
            seen.add(key)
            return new

        terms = [(term, ()) for term in self.document.terms]
        for story in self.document.stories:
            organisation = story.organisation
            if organisation and once("organisation", organisation.name.plain):
                words = [organisation.name, *([organisation.short_name] if organisation.short_name else [])]
                name = organisation.name.plain
                draft = self._add("organisation", organisation, name, name, words=words, remarks=organisation.remarks)
                if not organisation.website:
                    draft.remarks.append(Remark("website_missing", draft.lines, asks=True))
                draft.remarks.append(Remark("organisation_reading_missing", draft.lines, asks=True))
            for part in story.body:
                if isinstance(part, parts.Members) and part.theme and once("theme", part.theme.plain):
                    self._add("theme", part.theme, part.theme.plain, part.theme.plain, words=[part.theme])
                elif isinstance(part, parts.Explainer) and len(part.heading.plain) <= LONGEST_TERM:
                    # The column keeps its words; the glossary gets copies.
                    copies = [words.copy() for words in part.text]
                    terms.append((parts.Term(part.heading.copy(), copies), part.heading.lines))
        for term, lines in terms:
            word = term_word(term.word)
            if once("term", word):
                words = [term.word, *term.explanation]
                draft = self._add("term", term, word, word, words=words, remarks=term.remarks)
                draft.at = lines
                draft.remarks.append(Remark("reading_missing", draft.lines))
        for story in self.document.stories:
            for person in story.people():
                if once("person", person.identity):
                    self._person(person)

    def _person(self, person):
        words = [each for each in (person.name, person.role, person.organisation_name) if each]
        name, role, organisation = person.identity
        title = " ".join(each for each in (organisation, role, name) if each)
        draft = self._add("person", person, "|".join(person.identity), title, words=words)
        draft.remarks.append(Remark("reading_missing", person.name.lines))
        if not role:
            draft.remarks.append(Remark("role_missing", person.name.lines))
        if sum(other.part.identity[0] == name for other in self.of("person")) > 1:
            draft.remarks.append(Remark("same_name", person.name.lines, name))

    def _outline(self):
        for node in self.document.outline:
            if isinstance(node, parts.Pillar):
                words = [each for each in (node.name, node.statement) if each]
                pillar = self._add(
                    "pillar", node, node.name.plain, _one_line(node.name), words=words, remarks=node.remarks
                )
                for goal in node.goals:
                    self._goal(goal, pillar)
            else:
                self._goal(node, None)

    def _goal(self, goal, pillar):
        words = [*words_in([goal.name, goal.statement, goal.situation, goal.where_to_turn, goal.stories_heading])]
        title = _one_line(goal.name or goal.statement)
        draft = self._add("goal", goal, goal.statement.plain or title, title, pillar, words=words, remarks=goal.remarks)
        if "\n" in goal.statement.text and not goal.name:
            draft.remarks.append(Remark("title_joined", goal.statement.lines, title))
        for initiative in goal.initiatives:
            words = list(words_in([initiative.name, initiative.statement]))
            proposed = title_of(initiative.statement.plain)
            title = _one_line(initiative.name) if initiative.name else proposed
            remarks = list(initiative.remarks)
            if not initiative.name and proposed != initiative.statement.plain.strip():
                remarks.append(Remark("title_proposed", initiative.statement.lines, title))
            under = f"{draft.place}/{initiative.side}"
            self._add("initiative", initiative, initiative.statement.plain, title, draft, under, words, remarks)

    def _stories(self):
        for story in self.document.stories:
            left_out = {id(words) for person in story.people() for words in words_in(person)}
            if story.organisation:
                left_out |= {id(words) for words in words_in(story.organisation)}
            words = [words for words in words_in(story) if id(words) not in left_out]
            draft = self._add(
                "story", story, story.title.plain, _one_line(story.title), words=words, remarks=story.remarks
            )
            for part in story.body:
                if isinstance(part, parts.Voice) and part.headline is None:
                    draft.remarks.append(
                        Remark("headline_proposed", part.person.name.lines, title_of(part.text[0].plain)[:100])
                    )


def _one_line(words):
    title = join_lines(words.plain.split("\n"))
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"
