"""Scattered lines of a story: names set apart, links in print, tables, and sentences that head them."""

import re

from .characters import URL, is_sentence
from .events import Caption, Text
from .parts import (
    Heading,
    ListPart,
    Needs,
    Organisation,
    Paragraph,
    Remark,
    SiteLink,
    Table,
    Words,
)

LEADS_TO_SITE = re.compile(
    r"(?:サイト|ホームページ|ＨＰ|HP|ウェブ|ＷＥＢ|WEB|Web|URL|ＵＲＬ|ブログ|SNS|ＳＮＳ|詳しくは|詳細は|QRコード|二次元コード).{0,14}(?:こちら|から|アクセス)"
)
# Goes on from words that stand above: は、親たちの…
SPEAKS_ON = re.compile(r"^\**(?:は|が|の|で|を|に|と|も)[、\s一-鿿ぁ-ゖァ-ヺ]")
_VOICED = re.compile(
    r"(?:な|たい|ほしい|欲しい|しい|ない|かな|のに|けど|れば|です|ます|いる|よね|かも)[。！!？?…]*[」』]?$"
)
_WISHED = re.compile(r"(?:たい|ほしい|欲しい|困る|困った|できない|足りない|わからない|不安|心配|必要|いない)[。！!]?$")
_ABOUT_NEEDS = re.compile(r"声|思い|願い|ニーズ|困りごと|困り事|悩み|ほしい")


class ScatteredLines:
    """Puts what it knows into the story's body; each method tells whether it knew the event."""

    def __init__(self, story, whole_text):
        self.story = story
        self.whole_text = whole_text
        self.pending_heading = []  # a sentence that begins before its table: a name / は、親たちの…

    def note(self, code, lines, detail=""):
        self.story.remarks.append(Remark(code, tuple(lines), detail))

    def _grid(self, grid, headline):
        rows = grid.rows
        heading, self.pending_heading = self.pending_heading, []
        above = self.story.body[-1] if self.story.body else None
        asked = heading or [above.words] if isinstance(above, Heading) else heading
        body = [cell.plain for row in rows[1:] for cell in row if cell]
        voiced = sum(bool(_VOICED.search(cell)) for cell in body)
        wants = any(_ABOUT_NEEDS.search(words.plain) for words in asked)
        wished = sum(bool(_WISHED.search(cell.plain)) for cell in rows[0])
        spoken = voiced * 2 >= len(body) or (wished * 2 > len(rows[0]) and all(is_sentence(cell) for cell in body))
        if len(rows) > 1 and body and (wants or grid.has_header) and spoken and len(rows) <= 4:
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
            self.note("header_assumed", rows[0][0].lines)
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
        """は、親たちの声から: goes on from a name above, and heads what stands below."""
        words = event.words
        lines = [line.body for line in event.prose.lines] if event.prose else []
        bold = words.text.startswith("**") and words.text.endswith("**")
        if not (bold and len(words.text) <= 100 and SPEAKS_ON.match(words.text) and len(lines) <= 6):
            return False
        text = words.plain
        organisation = self.story.organisation
        if organisation and organisation.short_name:
            text = organisation.short_name.plain + text
            self.note("sentence_joined", words.lines, text)
        self.pending_heading = [Words(text, words.lines)]
        return True

    def _site_link(self, event):
        words = event.words
        if not isinstance(event, (Text, Caption)) or len(words.text) > 160:
            return False
        url = URL.search(words.text)
        if not url and not (LEADS_TO_SITE.search(words.plain) and len(words.text) <= 80):
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
