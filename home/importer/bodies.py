"""A story's sections → the parts of its body."""

import re

from .chunks import Bullets
from .events import Answer, Caption, Question, Signature, Text, events_of, question_in_heading
from .headings import Kind
from .parts import Activities, Explainer, Heading, ListPart, Members, Quote, Voice, Words
from .people import closing_anonymous, closing_speaker, speaker_in_heading
from .running_text import BOLD_NAME, RunningText, will_be_signed, with_name_marked
from .turn_to import take_part

LONGEST_THEME = 50
_SQUARE = ("[]", "［］", "〔〕")
_SENTENCE_HEADING = re.compile(
    r"(?:です|ます|ました|ません|たい|よう|した|している|ている|ない)[。！!？?～〜]*$|[。！!？?]$"
)


class BodyReader(RunningText):
    """Reads one story's sections; what it finds goes to the story, in order."""

    def __init__(self, story, whole_text):
        super().__init__(story, whole_text)
        self.voice_level = None
        self.levels = []
        self.members = {}

    # --- the title's own section --------------------------------------------------------------------------------

    def read_opening(self, chunks):
        """What stands right under the title: the lead, then whatever follows it."""
        events = list(events_of(chunks))
        signed, end = will_be_signed(events), 0
        while end < len(events) and isinstance(events[end], Text) and not signed[end]:
            if self._is_special(events[end]):
                break
            end += 1
        self.story.lead.extend(event.words for event in events[:end])
        self._read_events(events[end:], None)

    def read_messages(self, chunks):
        """What stands right under a title that announces messages."""
        self._messages(list(events_of(chunks)))

    # --- a section under a heading -------------------------------------------------------------------------------

    def read_section(self, section):
        title, kind = section.title, section.kind
        chunks = section.chunks
        events = list(events_of(chunks))
        if section.inline and kind not in (Kind.EXPLAINER,):
            events.insert(0, Text(section.inline, None))
            title = Words((section.meaning and _label_of(section)) or title.text, title.lines)
        question = question_in_heading(title)
        if question:
            self._answers(question, events)
        elif kind == Kind.EXPLAINER or self._is_column(section, events):
            self._explainer(section, events)
        elif kind == Kind.TURN_TO:
            self._heading(title, section)
            self.story.body.extend(take_part(section))
        elif section.heading.bracket in _SQUARE:
            self._members(section, events)
        elif kind == Kind.ACTIVITIES and any(isinstance(event, Bullets) for event in events):
            self._activities(title, events)
        elif kind == Kind.MESSAGES:
            self._heading(title, section)
            self._messages(events)
        elif self._is_voice(events):
            self.voice_level = section.level or self.voice_level
            self._read_events(events, title)
        elif (person := speaker_in_heading(title)) and events:
            self._speaks(person, title, section, events)
        else:
            self._heading(title, section)
            self._read_events(events, None, facts=True)

    def _heading(self, title, section):
        depth = section.level or section.style
        if depth not in self.levels:
            self.levels.append(depth)
        top = min((level for level in self.levels if isinstance(level, int)), default=self.levels[0])
        self.story.body.append(Heading(title, 2 if depth == top else 3))

    def _is_voice(self, events):
        """Somebody signs a text."""
        if any(isinstance(event, Question) for event in events):
            return False
        signed = any(isinstance(event, Signature) for event in events)
        return signed and any(isinstance(event, (Text, Caption)) for event in events)

    def _speaks(self, person, title, section, events):
        """The heading names who speaks (山野さんに聞く): the text below is theirs, or the answers are."""
        if all(isinstance(event, Text) for event in events):
            self.voice_level = section.level or self.voice_level
            self.story.body.append(Voice([event.words for event in events], person, title))
            return
        self.speaker = person
        self._heading(title, section)
        self._read_events(events, None)

    def _is_column(self, section, events):
        """A heading deeper than the interviews', after one of them is signed: a column that explains."""
        return (
            self.voice_level is not None
            and section.level > self.voice_level
            and not section.heading.bracket
            and not _SENTENCE_HEADING.search(section.title.plain)
            and bool(events)
            and all(isinstance(event, Text) for event in events)
        )

    # --- parts --------------------------------------------------------------------------------------------------

    def _explainer(self, section, events):
        title = section.title
        texts, rest = [], []
        for event in events:
            (texts if isinstance(event, (Text, Caption)) and not rest else rest).append(event)
        heading = title
        if section.kind == Kind.EXPLAINER and section.inline:
            heading = section.inline
        elif section.kind == Kind.EXPLAINER and texts and isinstance(texts[0], Caption):
            heading = texts.pop(0).words
        if not texts and rest and isinstance(rest[0], Bullets):
            texts = [Text(item.words(), item) for item in rest.pop(0).items]
        if not texts:
            self._heading(title, section)
        else:
            if section.kind != Kind.EXPLAINER:
                self.note("column_by_place", title.lines)
            self.story.body.append(Explainer(heading, [event.words for event in texts]))
        self._read_events(rest, None)

    def _members(self, section, events):
        items, rest = [], []
        for event in events:
            if isinstance(event, (Text, Caption)) and not rest:
                items.append(event.words)
            elif isinstance(event, Bullets) and not rest:
                items.extend(item.words() for item in event.items)
            else:
                rest.append(event)
        name = section.title.plain
        before = self.members.get(name)
        if before is not None and items:
            before.items.extend(items)
            self.note("members_joined", section.title.lines, name)
        elif items:
            if self.members and not isinstance(self.story.body[-1], Members):
                self.note("members_apart", section.title.lines, name)
            long = not 0 < len(name) <= LONGEST_THEME
            self.members[name] = Members(
                items, theme=None if long else section.title, heading=section.title if long else None
            )
            self.story.body.append(self.members[name])
        else:
            self._heading(section.title, section)
        self._read_events(rest, None)

    def _activities(self, title, events):
        motto, items, before = title, [], True
        for event in events:
            if isinstance(event, Bullets):
                if items:
                    self.story.body.append(ListPart([item.words() for item in event.items]))
                    continue
                items = [item.words() for item in event.items]
                self.story.body.append(Activities(items, motto))
                before = False
            else:
                if before:
                    self.story.body.append(Heading(title, 3))
                    motto, before = None, False
                self._read_events([event], None)

    def _messages(self, events):
        """Each message: its paragraphs, up to the signature."""
        texts = []
        for event in events:
            if isinstance(event, (Text, Caption)):
                words = with_name_marked(event)
                if texts and BOLD_NAME.match(words.text):
                    self._message(texts, None)
                    texts = []
                texts.append(words)
            elif isinstance(event, Signature) and texts:
                self._message(texts, event.person)
                texts = []
            elif isinstance(event, Bullets):
                for item in event.items:
                    self._message_of_item(item)
            else:
                self._message(texts, None)
                texts = []
                self._read_events([event], None)
        self._message(texts, None)

    def _message_of_item(self, item):
        words, person = closing_speaker(item.words())
        if person or BOLD_NAME.match(words.text):
            self._message([words], person)
            return
        words, attribution = closing_anonymous(words)
        self.story.body.append(Quote(words, attribution))

    def _answers(self, question, events):
        end = 0
        while end < len(events) and isinstance(events[end], (Text, Answer, Caption)):
            end += 1
        self._question(question, [event.words for event in events[:end]])
        self._read_events(events[end:], None)


def _label_of(section):
    """The known word of a heading that has its text in the same line."""
    text = section.title.text
    return text[: -len(section.inline.text)].rstrip(" 　:：｜|―—-") if text.endswith(section.inline.text) else text
