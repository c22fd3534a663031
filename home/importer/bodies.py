"""A story's sections → the parts of its body."""

import re

from .characters import QUOTED, looks_cut
from .events import (
    Anonymous,
    Answer,
    Caption,
    Question,
    Signature,
    Text,
    events_of,
    labelled_answer,
    question_in_heading,
)
from .facts import facts_in
from .headings import Kind
from .parts import (
    Activities,
    Explainer,
    Heading,
    ListPart,
    Members,
    Message,
    Needs,
    Organisation,
    Paragraph,
    Person,
    QuestionAndAnswer,
    Quote,
    Remark,
    SiteLink,
    Table,
    Voice,
    Words,
)
from .people import closing_anonymous, closing_speaker, speaker_in_heading
from .sections import Bullets, Grid
from .turn_to import take_part

LONGEST_THEME = 50
URL = re.compile(r"https?://[\w.\-/?=&%#~:+@!$,;]+", re.ASCII)
_LEADS_TO_SITE = re.compile(
    r"(?:サイト|ホームページ|ＨＰ|HP|ウェブ|ＷＥＢ|WEB|Web|URL|ＵＲＬ|ブログ|SNS|ＳＮＳ|詳しくは|詳細は|QRコード|二次元コード).{0,14}(?:こちら|から|アクセス)"
)
_VOICED = re.compile(
    r"(?:な|たい|ほしい|欲しい|しい|ない|かな|のに|けど|れば|です|ます|いる|よね|かも)[。！!？?…]*[」』]?$"
)
_ABOUT_NEEDS = re.compile(r"声|思い|願い|ニーズ|困りごと|困り事|悩み|ほしい")
_SPEAKS_ON = re.compile(r"^\**(?:は|が|の|で|を|に|と|も)[、\s一-鿿ぁ-ゖァ-ヺ]")
_BOLD_NAME = re.compile(r"^\*\*([^*\n]{1,60})\*\*(?=\S)")
_SENTENCE_HEADING = re.compile(
    r"(?:です|ます|ました|ません|たい|よう|した|している|ている|ない)[。！!？?～〜]*$|[。！!？?]$"
)


class BodyReader:
    """Reads one story's sections; what it finds goes to the story, in order."""

    def __init__(self, story, whole_text):
        self.story = story
        self.whole_text = whole_text
        self.voice_level = None
        self.levels = []
        self.members = {}
        self.speaker = None  # introduced before the questions they answer
        self.pending_heading = []  # a sentence that begins before its table: こまねり / は、こんな声から…

    # --- the title's own section --------------------------------------------------------------------------------

    def read_opening(self, chunks):
        """What stands right under the title: the lead, then whatever follows it."""
        events = list(events_of(chunks))
        signed, end = _will_be_signed(events), 0
        while end < len(events) and isinstance(events[end], Text) and not signed[end]:
            if self._is_special(events[end]):
                break
            end += 1
        self.story.lead.extend(event.words for event in events[:end])
        self._read_events(events[end:], None)

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
        elif section.style in ("[]", "［］", "〔〕") or section.heading.bracket in ("[]", "［］", "〔〕"):
            self._members(section, events)
        elif kind == Kind.ACTIVITIES and any(isinstance(event, Bullets) for event in events):
            self._activities(title, events)
        elif kind == Kind.MESSAGES:
            self._heading(title, section)
            self._messages(events)
        elif self._is_voice(title, events):
            self.voice_level = section.level or self.voice_level
            self._read_events(events, title)
        else:
            self._heading(title, section)
            self._read_events(events, None, facts=True)

    def _heading(self, title, section):
        depth = section.level or section.style
        if depth not in self.levels:
            self.levels.append(depth)
        top = min((level for level in self.levels if isinstance(level, int)), default=self.levels[0])
        self.story.body.append(Heading(title, 2 if depth == top else 3))

    def _is_voice(self, title, events):
        if any(isinstance(event, Question) for event in events):
            return False
        if any(isinstance(event, Signature) for event in events):
            return any(isinstance(event, (Text, Caption)) for event in events)
        texts_only = events and all(isinstance(event, Text) for event in events)
        return bool(texts_only and speaker_in_heading(title))

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
                self._note("column_by_place", title.lines)
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
            self._note("members_joined", section.title.lines, name)
        elif items:
            if self.members and not isinstance(self.story.body[-1], Members):
                self._note("members_apart", section.title.lines, name)
            long = len(name) > LONGEST_THEME
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
                if texts and _BOLD_NAME.match(event.words.text):
                    self._message(texts, None)
                    texts = []
                texts.append(event.words)
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

    def _message(self, texts, person):
        if not texts:
            return
        name = _BOLD_NAME.match(texts[0].text)
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

    def _message_of_item(self, item):
        words, person = closing_speaker(item.words())
        if person or _BOLD_NAME.match(words.text):
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

    def _question(self, question, answers, person=None):
        if answers:
            self.story.body.append(QuestionAndAnswer(question, answers, person or self.speaker))
        else:
            self.story.body.append(Paragraph(question))
            self._note("question_without_answer", question.lines)

    # --- running events -----------------------------------------------------------------------------------------

    def _is_special(self, event):
        """A paragraph that is more than a paragraph: a link, a message, a quotation, a scattered name."""
        text = event.words.text
        return bool(_BOLD_NAME.match(text) or (len(text) < 160 and (_LEADS_TO_SITE.search(text) or URL.search(text))))

    def _read_events(self, events, headline, facts=False):
        """Texts and what signs them, in order. `headline` goes to the first voice."""
        texts = []
        first = bool(events) and isinstance(events[0], Signature)
        start, asked = len(self.story.body), headline
        signed = _will_be_signed(events)
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
        if self._is_special(event) or _SPEAKS_ON.match(text) or not isinstance(events[index + 1], (Text, Bullets)):
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
            self._note("signature_alone", person.name.lines, person.name.plain)
            return headline
        name = _BOLD_NAME.match(texts[0].text)
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
            answers.append(event.words)
            who = getattr(event, "who", None)
            if who and person is None:
                person = self._known(who)
            index += 1
        self._question(question.words, answers, person)
        return index

    def _known(self, who):
        """The person an answer is labelled with: one already named in the story, or a new one."""
        plain = re.sub(r"(?:さん|氏|様|先生)$", "", who.plain)
        for person in self.story.people():
            if plain in person.name.plain:
                return person
        return Person(who) if who.plain != plain else None

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
                self._note("fact_taken", words.lines, f"{fact.label.plain}: {fact.value.plain}")

    def _single(self, event, facts, headline):
        if isinstance(event, Grid):
            self._grid(event, headline)
        elif isinstance(event, Bullets):
            self._list(event)
        elif isinstance(event, Answer):
            self.story.body.append(Paragraph(event.words))
        elif self._organisation(event) or self._site_link(event) or self._sentence_for_table(event):
            pass
        elif isinstance(event, Text) and _BOLD_NAME.match(event.words.text) and closing_speaker(event.words)[1]:
            words, person = closing_speaker(event.words)
            self._message([words], person)
        elif isinstance(event, Caption):
            self.story.body.append(Paragraph(event.words))
            if looks_cut(event.words.text):
                self._note("loose_lines", event.words.lines)
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

    def _grid(self, grid, headline):
        rows = grid.rows
        heading, self.pending_heading = self.pending_heading, []
        above = self.story.body[-1] if self.story.body else None
        asked = heading or [above.words] if isinstance(above, Heading) else heading
        body = [cell.plain for row in rows[1:] for cell in row if cell]
        voiced = sum(bool(_VOICED.search(cell)) for cell in body)
        wants = any(_ABOUT_NEEDS.search(words.plain) for words in asked)
        if len(rows) > 1 and body and (wants or grid.has_header) and voiced * 2 >= len(body) and len(rows) <= 4:
            items, seen = [], set()
            for row in rows[1:]:
                for name, quote in zip(rows[0], row, strict=False):
                    if quote:
                        items.append((name.copy() if name.text in seen else name, quote))
                        seen.add(name.text)
            self.story.body.append(Needs(items, heading))
            return
        for words in heading:
            self.story.body.append(Heading(words, 3))
        if len(rows) == 1:
            self.story.body.append(ListPart([cell for cell in rows[0] if cell]))
            return
        if not grid.has_header:
            self._note("header_assumed", rows[0][0].lines)
        caption = asked[-1].copy() if asked else self.story.title.copy()
        self.story.body.append(Table(rows[0], rows[1:], caption))

    def _organisation(self, event):
        """A short name in bold, its full name in a line or two below, and the name used again in the text."""
        if not isinstance(event, Caption) or len(event.prose.lines) < 2 or self.story.organisation:
            return False
        first, *others = event.prose.lines
        name = "".join(line.body for line in others)
        if not first.bold or len(first.words) > 50 or len(name) > 40 or "**" in name:
            return False
        if self.whole_text.count(first.words) < 2:
            return False
        short = Words(first.body, (first.number,))
        self.story.organisation = Organisation(
            Words(name, tuple(line.number for line in others)), Words(short.plain, short.lines)
        )
        self.story.remarks.append(Remark("organisation_made", event.words.lines, name))
        return True

    def _sentence_for_table(self, event):
        """は、こんな声から生まれました: goes on from a name above, and heads what stands below."""
        words = event.words
        lines = [line.body for line in event.prose.lines] if event.prose else []
        bold = words.text.startswith("**") and words.text.endswith("**")
        if not (bold and len(words.text) <= 100 and _SPEAKS_ON.match(words.text) and len(lines) <= 6):
            return False
        text = words.plain
        organisation = self.story.organisation
        if organisation and organisation.short_name:
            text = organisation.short_name.plain + text
            self._note("sentence_joined", words.lines, text)
        self.pending_heading = [Words(text, words.lines)]
        return True

    def _site_link(self, event):
        words = event.words
        if not isinstance(event, (Text, Caption)) or len(words.text) > 160:
            return False
        url = URL.search(words.text)
        if not url and not (_LEADS_TO_SITE.search(words.plain) and len(words.text) <= 80):
            return False
        address = url.group().rstrip(".,;:") if url else ""
        if not address:
            self.story.remarks.append(Remark("address_unknown", words.lines, words.plain, asks=True))
        self.story.body.append(SiteLink(words, address))
        organisation = self.story.organisation
        if organisation and organisation.name.plain in words.plain.replace(" ", ""):
            organisation.website = address
        return True

    def finish(self):
        """A heading that waited for a table which never came."""
        for words in self.pending_heading:
            self.story.body.append(Paragraph(words))
        self.speaker = None  # introduced before the questions they answer
        self.pending_heading = []

    def _note(self, code, lines, detail=""):
        self.story.remarks.append(Remark(code, tuple(lines), detail))


def _will_be_signed(events):
    """For each event whether texts run on from it until a signature, with nothing else between."""
    result, signed = [False] * len(events), False
    for index in range(len(events) - 1, -1, -1):
        if isinstance(events[index], (Signature, Anonymous)):
            signed = True
        elif not isinstance(events[index], Text):
            signed = False
        result[index] = signed
    return result


def _label_of(section):
    """The known word of a heading that has its text in the same line."""
    text = section.title.text
    return text[: -len(section.inline.text)].rstrip(" 　:：｜|―—-") if text.endswith(section.inline.text) else text


def _signature_words(person):
    parts = [words for words in (person.organisation_name, person.role, person.name) if words]
    return Words(" ".join(words.plain for words in parts), tuple(sorted({n for words in parts for n in words.lines})))
