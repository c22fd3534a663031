"""A node of the outline → one Goal with its situation, initiatives and places to turn to."""

import re

from .characters import is_sentence
from .chunks import Bullets, Grid, Prose, is_footnote
from .headings import Kind
from .initiatives import InitiativeReader
from .parts import Goal, Leftover, Remark, Signpost, Term, Words
from .turn_to import take_part

_LONGEST_NAME = 200


class GoalReader:
    """Reads one goal. What has no place in it goes to the document's leftovers."""

    def __init__(self, document):
        self.document = document

    def read(self, node, groups=()):
        self.node = node
        self.goal = Goal(Words(""), number=node.number, remarks=list(node.remarks))
        self.last_known = None
        chunks = self._statement()
        for section in node.sections:
            self._section(section)
        self._own_text(chunks)
        for group in groups:
            self._group(group)
        if not self.goal.statement:
            heading = node.section.title
            self.goal.statement = self.goal.name or heading.copy()
            if not self.goal.name:
                self.goal.remarks.append(Remark("statement_missing", heading.lines, heading.plain, asks=True))
        if self.goal.name and self.goal.name.plain == self.goal.statement.plain:
            self.goal.name = None if self.goal.statement.lines else self.goal.name
        return self.goal

    # --- the statement --------------------------------------------------------------------------------------------

    def _statement(self):
        """Sets name and statement; gives back the text under the goal's heading that is neither."""
        node, goal = self.node, self.goal
        own = [] if node.section is node.statement else list(node.section.chunks)
        goal.name = node.name
        if node.section is not node.statement:
            self._signpost_label(node)
        if node.statement:
            self._signpost(node.statement)
            goal.statement, rest = _first_text(node.statement)
            for chunk in rest:
                self._leave(chunk, "after_statement")
        elif own and isinstance(own[0], Prose) and (not goal.name or self._reads_as_statement(own[0])):
            goal.statement = own.pop(0).as_printed()
            if goal.name:
                goal.remarks.append(Remark("statement_from_text", goal.statement.lines))
        elif own and isinstance(own[0], Bullets) and not goal.name:
            items = own.pop(0).items
            words = [item.words() for item in items]
            goal.statement = Words("\n".join(each.text for each in words), tuple(n for w in words for n in w.lines))
        elif goal.name:
            goal.statement = goal.name
            goal.name = None
        return own

    def _reads_as_statement(self, prose):
        return len(prose.raw()) <= _LONGEST_NAME

    def _own_text(self, chunks):
        """Text between the goal's heading and its first part."""
        for chunk in chunks:
            if isinstance(chunk, Bullets) and not self.goal.initiatives:
                line = chunk.numbers[0]
                remark = Remark("side_unsure", (line,), "", asks=True)
                InitiativeReader(self.goal, self.document, "council", [remark]).read([chunk])
            elif isinstance(chunk, Grid) and not self.goal.initiatives:
                remark = Remark("side_unsure", chunk.numbers[:1], "", asks=True)
                InitiativeReader(self.goal, self.document, "council", [remark]).read([chunk])
            elif isinstance(chunk, Prose) and not self.goal.situation:
                self.goal.situation.append(chunk.words())
                self.goal.remarks.append(Remark("read_as_situation", chunk.numbers))
            else:
                self._leave(chunk, "under_goal")

    # --- its parts ------------------------------------------------------------------------------------------------

    def _section(self, section):
        kind = section.kind
        if kind == Kind.SITUATION:
            self._signpost(section)
            self._situation(section)
        elif kind == Kind.INITIATIVES:
            self._signpost(section)
            self._initiatives(section, section.meaning.side, _doubts(section))
        elif kind == Kind.ACTIVITIES and any(isinstance(chunk, Bullets) for chunk in section.chunks):
            self._signpost(section)
            self._initiatives(
                section, "council", [Remark("side_unsure", (section.line,), section.title.plain, asks=True)]
            )
        elif kind == Kind.TURN_TO:
            self._signpost(section)
            self.goal.where_to_turn.extend(take_part(section))
            return
        elif kind == Kind.EXPLAINER:
            self.document.terms.extend(terms_of(section, self.document))
            return
        elif not self._belongs_to_last(section):
            self._leave(section, "unknown")
            return
        if kind is not None:
            self.last_known = section

    def _situation(self, section):
        if section.inline:
            self.goal.situation.append(section.inline)
        for chunk in section.chunks:
            if isinstance(chunk, Bullets):
                self.goal.situation.extend(item.words() for item in chunk.items)
            elif isinstance(chunk, Grid):
                self._leave(chunk, "table")
            elif is_footnote(chunk):
                self._leave(chunk, "footnote")
            else:
                self.goal.situation.extend(chunk.sentences_by_line())

    def _initiatives(self, section, side, doubts):
        reader = InitiativeReader(self.goal, self.document, side, doubts)
        if section.inline:
            reader.add(section.inline)
        reader.read(section.chunks)
        self.reader = reader

    def _belongs_to_last(self, section):
        """A deeper heading under a known one: a titled initiative, or a part of the situation."""
        last = self.last_known
        if last is None or section.kind is not None:
            return False
        deeper = bool(section.level and last.level and section.level > last.level)
        numbered = bool(section.heading.ordered) or section.title.text[:1].isdigit()
        marked = bool(not section.level and section.style and section.style != last.style) and not section.heading.alone
        if last.kind == Kind.INITIATIVES and (numbered or deeper or marked) and section.chunks:
            lists = any(isinstance(chunk, Bullets) for chunk in section.chunks)
            if lists and not numbered:
                # A heading over several initiatives: they are read, the heading has no field.
                self.document.leftovers.append(Leftover((section.line,), section.heading.raw.strip(), "group"))
                self.reader.read(section.chunks)
            else:
                self.reader.titled(section)
            return True
        if last.kind == Kind.INITIATIVES and numbered and not section.chunks:
            self.reader.titled(section)
            return True
        if last.kind == Kind.SITUATION and deeper and section.chunks:
            self.document.leftovers.append(Leftover((section.line,), section.heading.raw.strip(), "group"))
            self._situation(section)
            return True
        return False

    def _group(self, node):
        """施策 under a goal that has its own 現状: a group of initiatives, or one with its title and text."""
        own = [chunk for chunk in node.section.chunks if not isinstance(chunk, Grid)]
        if not node.sections and own and all(isinstance(chunk, Prose) for chunk in own):
            reader = InitiativeReader(self.goal, self.document, "council", [self._by_convention(node)])
            texts = [chunk.words() for chunk in own]
            statement = Words("\n".join(w.text for w in texts), tuple(n for w in texts for n in w.lines))
            reader.add(statement, node.name, node.number)
            self._signpost_label(node)
            return
        self.document.leftovers.append(Leftover((node.section.line,), node.section.heading.raw.strip(), "group"))
        reader = InitiativeReader(self.goal, self.document, "council", [self._by_convention(node)])
        for index, chunk in enumerate(node.section.chunks):
            if isinstance(chunk, Prose) and (node.sections or index == 0):
                self._leave(chunk, "introduction")
            else:
                reader.read([chunk])
        for section in node.sections:
            self._section(section)

    def _by_convention(self, node):
        return Remark("side_assumed", (node.section.line,), node.section.title.plain)

    # --- what is left ---------------------------------------------------------------------------------------------

    def _leave(self, part, reason):
        self.document.leftovers.append(Leftover(part.numbers, part.raw(), reason))

    def _signpost(self, section):
        text = section.heading.raw.strip()
        if section.inline and text.endswith(section.inline.text):
            text = text[: -len(section.inline.text)].strip()
        self.document.signposts.append(Signpost(section.line, text, str(section.kind or "")))

    def _signpost_label(self, node):
        """基本目標1 before a goal's name: the words that name no field."""
        text = node.section.heading.raw.strip()
        if node.name and text.endswith(node.name.text):
            text = text[: -len(node.name.text)].strip()
        elif node.name and node.name.text in text:
            text = text.replace(node.name.text, " ", 1).strip()
        if text:
            self.document.signposts.append(Signpost(node.section.line, text, str(node.section.kind or "goal")))


def _doubts(section):
    doubt = section.meaning.doubt
    if not doubt:
        return []
    return [Remark(f"side_{doubt}", (section.line,), section.title.plain, asks=doubt == "unsure")]


def _first_text(section):
    """(statement, chunks that are none of it): the text in the heading's line, else the first paragraph or list."""
    if section.inline:
        return section.inline, section.chunks
    if not section.chunks:
        return Words(""), []
    first, *rest = section.chunks
    if isinstance(first, Grid):
        return Words(""), section.chunks
    if isinstance(first, Bullets):
        words = [item.words() for item in first.items]
        return Words("\n".join(each.text for each in words), tuple(n for each in words for n in each.lines)), rest
    words = first.as_printed()
    # A statement of one sentence may go on in a second paragraph; anything longer is something else.
    while rest and section.level and isinstance(rest[0], Prose) and is_sentence(rest[0].raw()):
        more = rest.pop(0).as_printed()
        words = Words(f"{words.text}\n{more.text}", words.lines + more.lines)
    return words, rest


def statement_words(section):
    """目指す姿 of a pillar: all its text."""
    words, rest = _first_text(section)
    for chunk in rest:
        if isinstance(chunk, Prose):
            more = chunk.as_printed()
            words = Words(f"{words.text}\n{more.text}", words.lines + more.lines)
    return words


def terms_of(section, document):
    """用語解説: a word with its explanation, or a list of them (word：explanation)."""
    terms = []
    word = section.inline
    texts = []
    for chunk in section.chunks:
        if isinstance(chunk, Grid):
            terms.extend(Term(row[0], list(row[1:])) for row in chunk.rows if len(row) >= 2 and row[0] and row[1])
        elif isinstance(chunk, Bullets):
            for item in chunk.items:
                term = _labelled_term(item.words())
                if term:
                    terms.append(term)
                else:
                    texts.append(item.words())
        else:
            term = None if word else _labelled_term(chunk.words())
            if term:
                terms.append(term)
            else:
                texts.append(chunk.words())
    if texts and word is None and not terms:
        title = section.title
        word = title if section.kind != Kind.EXPLAINER or "とは" in title.text else None
        if word is None and len(texts) > 1 and len(texts[0].plain) <= 40 and not is_sentence(texts[0].text):
            word = texts.pop(0)
    if word and texts:
        terms.append(Term(without_question(word), texts))
    elif texts or word:
        for words in [*texts, *([word] if word else [])]:
            document.leftovers.append(Leftover(words.lines, words.text, "unknown"))
    document.signposts.append(Signpost(section.line, section.heading.raw.strip(), str(section.kind)))
    return terms


def without_question(word):
    """ささえあい会議とは → ささえあい会議"""
    return Words(re.sub(r"とは(?:何か|何ですか|なに)?[？?]?$", "", word.text), word.lines)


def _labelled_term(words):
    text = words.text
    for mark in ("：", ":", "…", "　"):
        name, found, explanation = text.partition(mark)
        if found and 1 < len(name) <= 30 and len(explanation) > 8:
            return Term(Words(name.strip(), words.lines), [Words(explanation.strip("…：: 　"), words.lines)])
    return None
