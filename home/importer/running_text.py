"""Texts under a heading and what signs them: voices, answers, messages, quotations."""

import re

from .characters import QUOTED, URL, looks_cut
from .chunks import Bullets, Grid
from .events import Anonymous, Answer, Caption, Question, Signature, Text, labelled_answer
from .facts import facts_in
from .parts import Heading, ListPart, Message, Paragraph, Person, QuestionAndAnswer, Quote, Voice, Words
from .people import closing_anonymous, closing_speaker
from .scattered import LEADS_TO_SITE, SPEAKS_ON, ScatteredLines

_IS_NAME = re.compile(r"^[^。、，,]{2,25}(?<![をにがはのとでも])$")
BOLD_NAME = re.compile(r"^\*\*([^*\n]{1,60})\*\*(?=\S)")


class RunningText(ScatteredLines):
    """Reads a section's events in order."""

    def __init__(self, story, whole_text):
        super().__init__(story, whole_text)
        self.speakers = []  # who answers in a dialogue, before the story has them
        self.speaker = None  # introduced before the questions they answer

    def _message(self, texts, person):
        if not texts:
            return
        name = BOLD_NAME.match(texts[0].text)
        organisation = (
            Words(name[1])
            if name
            else (person.organisation_name.copy() if person and person.organisation_name else None)
        )
        if person is None and organisation is None:
            self.story.body.extend(Paragraph(words) for words in texts)
            return
        if person and name and not person.organisation_name:
            person.organisation_name = Words(name[1])
        self.story.body.append(Message(texts, person, organisation))

    def _question(self, question, answers, person=None):
        if answers:
            self.story.body.append(QuestionAndAnswer(question, answers, person or self.speaker))
        else:
            self.story.body.append(Paragraph(question))
            self.note("question_without_answer", question.lines)

    def _is_special(self, event):
        """A paragraph that is more than a paragraph: a link, a message, a quotation, a scattered name."""
        text = event.words.text
        return bool(BOLD_NAME.match(text) or (len(text) < 160 and (LEADS_TO_SITE.search(text) or URL.search(text))))

    def _read_events(self, events, headline, facts=False):
        """Texts and what signs them, in order. `headline` goes to the first voice."""
        texts = []
        first = bool(events) and isinstance(events[0], Signature)
        start, asked = len(self.story.body), headline
        signed = will_be_signed(events)
        index = 0
        while index < len(events):
            event = events[index]
            index += 1
            if isinstance(event, Signature):
                if first:
                    while index < len(events) and isinstance(events[index], (Text, Caption)):
                        texts.append(events[index].words)
                        index += 1
                if not texts and index < len(events) and isinstance(events[index], Question):
                    self.speaker = event.person
                    continue
                headline = self._signed(texts, event.person, headline)
                texts = []
            elif isinstance(event, Anonymous):
                self._flush(texts[:-1], facts)
                self._quote(texts[-1:], event.words)
                texts = []
            elif isinstance(event, Text) and signed[index - 1]:
                texts.append(event.words)
            elif self._heads(events, index - 1):
                self._flush(texts, facts)
                texts = []
                if headline is None and signed[index]:
                    headline = event.words
                else:
                    self.story.body.append(Heading(event.words, 3))
            elif isinstance(event, Question):
                self._flush(texts, facts)
                texts = []
                index = self._interview(event, events, index)
            else:
                self._flush(texts, facts)
                texts = []
                self._single(event, facts, headline)
        self._flush(texts, facts)
        if asked and not any(getattr(part, "headline", None) is asked for part in self.story.body[start:]):
            # The heading belongs to no voice after all.
            self.story.body.insert(start, Heading(asked, 3))

    def _heads(self, events, index):
        """A short line alone above a paragraph or a list: a heading without a mark."""
        event = events[index]
        if not isinstance(event, Caption) or len(event.prose.lines) > 1 or index + 1 == len(events):
            return False
        text = event.words.plain
        if self._is_special(event) or SPEAKS_ON.match(text) or not isinstance(events[index + 1], (Text, Bullets)):
            return False
        return len(text) >= 4

    def _signed(self, texts, person, headline):
        unsigned = self._unsigned_answers()
        if not texts and unsigned:
            for part in unsigned:
                part.person = person
            return headline
        if not texts:
            self.story.body.append(Paragraph(_signature_words(person)))
            self.note("signature_alone", person.name.lines, person.name.plain)
            return headline
        name = BOLD_NAME.match(texts[0].text)
        if name and not headline:
            self._message(texts, person)
            return headline
        self.story.body.append(Voice(texts, person, headline))
        return None

    def _unsigned_answers(self):
        """The questions and answers right above a signature."""
        found = []
        for part in reversed(self.story.body):
            if not isinstance(part, QuestionAndAnswer) or part.person is not None:
                break
            found.append(part)
        return found

    def _quote(self, texts, attribution):
        if texts:
            self.story.body.append(Quote(texts[0], attribution))
        else:
            self.story.body.append(Paragraph(attribution))

    def _interview(self, question, events, index):
        answers, person = [], None
        while index < len(events) and isinstance(events[index], (Answer, Text)):
            event = events[index]
            if isinstance(event, Text):
                event = labelled_answer(event) or event
            who = getattr(event, "who", None)
            speaks = self._known(who) if who else None
            person = person or speaks
            if who and (speaks is None or speaks is not person):
                # Somebody else, or somebody the story does not name: the label stays with the words.
                answers.append(Words(f"{who.text}：{event.words.text}", event.words.lines))
            else:
                answers.append(event.words)
            index += 1
        self._question(question.words, answers, person)
        return index

    def _known(self, who):
        """The person an answer is labelled with: one already named in the story, or a new one."""
        plain = re.sub(r"(?:さん|氏|様|先生)$", "", who.plain)
        for person in [*self.story.people(), *self.speakers]:
            if plain in person.name.plain:
                return person
        if who.plain == plain:
            return None
        self.speakers.append(Person(who))
        return self.speakers[-1]

    def _flush(self, texts, facts):
        for words in texts:
            self._paragraph(words, facts)

    def _paragraph(self, words, facts):
        if QUOTED.match(words.plain) and words.plain.count("「") == 1:
            self.story.body.append(Quote(words))
            return
        self.story.body.append(Paragraph(words))
        if facts:
            for fact in facts_in(words):
                self.story.body.append(fact)
                self.note("fact_taken", words.lines, f"{fact.label.plain}: {fact.value.plain}")

    def _single(self, event, facts, headline):
        if isinstance(event, Grid):
            self._grid(event, headline)
        elif isinstance(event, Bullets):
            self._list(event)
        elif isinstance(event, Answer):
            self.story.body.append(Paragraph(event.words))
        elif self._organisation(event) or self._site_link(event) or self._sentence_for_table(event):
            pass
        elif isinstance(event, Text) and BOLD_NAME.match(event.words.text) and closing_speaker(event.words)[1]:
            words, person = closing_speaker(event.words)
            self._message([words], person)
        elif isinstance(event, Caption):
            self.story.body.append(Paragraph(event.words))
            if looks_cut(event.words.text):
                self.note("loose_lines", event.words.lines)
        else:
            self._paragraph(event.words, facts)

    def _list(self, bullets):
        words = [item.words() for item in bullets.items]
        if all(QUOTED.match(closing_anonymous(each)[0].plain) for each in words):
            for each in words:
                text, attribution = closing_anonymous(each)
                self.story.body.append(Quote(text, attribution))
        else:
            self.story.body.append(ListPart(words, ordered=bool(bullets.items[0].ordered)))


def with_name_marked(event):
    """A message with its organisation in a line above the words: the name in bold, as others print it."""
    lines = event.prose.lines if event.prose else []
    if len(lines) < 2 or event.words.text.startswith("**"):
        return event.words
    name, text = lines[0].body, event.words.text
    if not text.startswith(name) or not _IS_NAME.match(name) or len(text) < len(name) + 10:
        return event.words
    return Words(f"**{name}**{text[len(name) :].lstrip()}", event.words.lines)


def will_be_signed(events):
    """For each event whether texts run on from it until a signature, with nothing else between."""
    result, signed = [False] * len(events), False
    for index in range(len(events) - 1, -1, -1):
        if isinstance(events[index], (Signature, Anonymous)):
            signed = True
        elif not isinstance(events[index], Text):
            signed = False
        result[index] = signed
    return result


def _signature_words(person):
    parts = [words for words in (person.organisation_name, person.role, person.name) if words]
    return Words(" ".join(words.plain for words in parts), tuple(sorted({n for words in parts for n in words.lines})))
