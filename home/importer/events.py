"""What stands under a story's heading, step by step: texts, captions, signatures, questions, answers."""

import re
from dataclasses import dataclass

from .characters import is_sentence, join_lines
from .chunks import Bullets, Grid, Item, Prose
from .dialogue import asks, is_dialogue, turns_of
from .parts import Person, Words
from .people import closing_anonymous, closing_speaker, is_anonymous, speaker_of

_QUESTION = re.compile(
    r"^(?:\*\*)?(?:[QＱ][0-9０-９①-⑳]{0,2}|問[0-9０-９]{0,2}|質問[0-9０-９]{0,2})(?:\*\*)?[ \u3000]*[.．:：、|｜\u3000 ][ \u3000]*(?P<text>.+?)(?:\*\*)?$"
)
_ANSWER = re.compile(
    r"^(?:\*\*)?(?:[AＡ][0-9０-９①-⑳]{0,2}|答[0-9０-９]{0,2}|回答[0-9０-９]{0,2})(?:\*\*)?[ \u3000]*[.．:：、|｜\u3000 ][ \u3000]*(?P<text>.+)$"
)
_DASHED = re.compile(r"^[―—─–]{1,3}[ \u3000]*(?P<text>.{4,}[？?。])$")
_LABELLED = re.compile(r"^(?P<who>[^\s：:。、「」]{1,10}(?:さん|氏|様|先生)?)[ \u3000]*[：:][ \u3000]*(?P<text>.{6,})$")
SHORT = 40


@dataclass
class Text:
    """A paragraph of running text."""

    words: Words
    prose: Prose


@dataclass
class Caption:
    """Short lines that make no sentence: a title, a label, a scattered caption."""

    prose: Prose

    @property
    def words(self):
        return self.prose.words()


@dataclass
class Signature:
    person: Person


@dataclass
class Anonymous:
    words: Words


@dataclass
class Question:
    words: Words


@dataclass
class Answer:
    """`who` is the label before the answer (山野さん：), if there is one."""

    words: Words
    who: Words | None = None


def events_of(chunks):
    """Chunks → events, in order. Lists and tables stay what they are, unless they are questions and answers."""
    for chunk in chunks:
        if isinstance(chunk, Bullets) and any(_asks_or_answers(item.lines[0]) for item in chunk.items):
            for item in chunk.items:
                yield from _prose_events(item)
        elif isinstance(chunk, (Bullets, Grid)):
            yield chunk
        else:
            yield from _prose_events(chunk)


def _asks_or_answers(line):
    text = line.body
    return bool(len(text) < 2000 and (_QUESTION.match(text) or _ANSWER.match(text) or _DASHED.match(text)))


def _prose_events(prose):
    lines = list(prose.lines)
    if any(_asks_or_answers(line) for line in lines):
        yield from _interview(lines)
        return
    if is_dialogue(lines):
        for who, words in turns_of(lines):
            yield Question(words) if asks(who.text) else Answer(words, who)
        return
    pairs = [(line.body, line.number) for line in lines]
    person = speaker_of(pairs)
    if person:
        yield Signature(person)
        return
    if len(lines) == 1 and is_anonymous(lines[0].body):
        yield Anonymous(Words(lines[0].body, prose.numbers))
        return
    for count in (3, 2, 1):
        # The signature right below the text, without a blank line; before it a sentence must have ended.
        person = len(lines) > count and is_sentence(lines[-count - 1].body) and speaker_of(pairs[-count:])
        if person:
            yield from _text(Prose(lines[:-count]))
            yield Signature(person)
            return
    yield from _text(prose)


def _text(prose):
    words = prose.words()
    rest, person = closing_speaker(words)
    if person and is_sentence(rest.text) and not isinstance(prose, Item):
        yield Text(rest, prose)
        yield Signature(person)
        return
    rest, attribution = closing_anonymous(words)
    if attribution and is_sentence(rest.text):
        yield Text(rest, prose)
        yield Anonymous(attribution)
        return
    bodies = [line.body for line in prose.lines]
    short = len(bodies) <= 6 and all(len(body) <= SHORT and not is_sentence(body) for body in bodies)
    yield Caption(prose) if short else Text(words, prose)


def _interview(lines):
    """Lines of questions and answers; a line without a mark goes on with the one before."""
    group, make, who = [], None, None

    def finished():
        words = Words(join_lines([text for text, _ in group]), tuple(number for _, number in group))
        if make is Question:
            return Question(words)
        return Answer(words, who) if make is Answer else Text(words, None)

    for line in lines:
        text = line.body
        question = _QUESTION.match(text) or _DASHED.match(text)
        answer = _ANSWER.match(text)
        labelled = _LABELLED.match(text) if make is not None and not answer else None
        if question or answer or labelled:
            if group:
                yield finished()
            found = question or answer or labelled
            make = Question if question else Answer
            who = Words(labelled["who"], (line.number,)) if labelled else None
            group = [(found["text"], line.number)]
        else:
            group.append((text, line.number))
    if group:
        yield finished()


def labelled_answer(text):
    """An answer in a paragraph of its own: 山野さん：… → Answer, else None."""
    found = _LABELLED.match(text.words.text)
    if found and re.search(r"(?:さん|氏|様|先生)$", found["who"]):
        return Answer(Words(found["text"], text.words.lines), Words(found["who"], text.words.lines[:1]))
    return None


def question_in_heading(words):
    """The question a heading asks (Q1 きっかけは？), or None."""
    found = _QUESTION.match(words.text) or _DASHED.match(words.text)
    return Words(found["text"], words.lines) if found else None
