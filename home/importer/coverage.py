"""Nothing is lost: every character of the document is in a part, or it is listed.

The check runs on each document that is imported. Lines that share a part are looked at together; what their parts do
not hold goes to the report, as a mark (a bullet, a number, a bracket) or as text that was not read.
"""

import re
from collections import Counter
from dataclasses import fields, is_dataclass

from .characters import PRINT_MARK, squeeze
from .dialogue import asks
from .parts import Leftover, Remark, Words

_MARKDOWN_BULLET = re.compile(r"^[\s\u3000>]*(?:[-+*][ \t\u3000]+)+")

# Q and A before question and answer are marks there, and letters anywhere else.
_INTERVIEW = re.compile(r"^[\s\u3000*#-]*(?:[QAＱＡ問答]|質問|回答)")
_TURN = re.compile(r"^[\s\u3000*#・-]*(?P<who>[^\s：:]{1,12})[ \u3000]*[：:]")
# A line of these alone only draws a line.
_RULES = "-=_*~＝＊─━"
_INTERVIEW_MARKS = "QAＱＡ問答質回"


def words_in(part):
    """Every Words in a part, at any depth. Goals that a story points at are not the story's."""
    if isinstance(part, Words):
        yield part
    elif isinstance(part, (list, tuple)):
        for each in part:
            yield from words_in(each)
    elif is_dataclass(part) and not isinstance(part, (Remark, Leftover)):
        for field in fields(part):
            if not (type(part).__name__ == "Story" and field.name == "goals"):
                yield from words_in(getattr(part, field.name))


def required(line):
    """The characters of a line that must be somewhere."""
    if line.is_table_rule or (line.is_rule and line.body[0] in _RULES):
        return Counter()
    return Counter(squeeze(_MARKDOWN_BULLET.sub("", line.raw)))


def account(document, lines):
    """Adds to the document's `marks` and `leftovers` whatever no part and no leftover holds."""
    held = [
        (words.lines, words.text)
        for words in words_in([document.plan, document.outline, document.stories, document.terms])
    ]
    held += [(each.lines, each.text) for each in document.leftovers]
    held += [((each.line,), each.text) for each in document.signposts]
    groups = _Groups()
    for numbers, _ in held:
        groups.join(numbers)
    missing, members = {}, {}
    for line in lines:
        if not line.is_blank:
            root = groups.root(line.number)
            missing.setdefault(root, Counter()).update(required(line))
            members.setdefault(root, []).append(line)
    for numbers, text in held:
        if numbers:
            missing.get(groups.root(numbers[0]), Counter()).subtract(squeeze(text))
    names = {person.name.plain for story in document.stories for person in story.people()}
    for root, counter in missing.items():
        left = +counter
        if left:
            _report(document, members[root], left, names)


# Words that only say what follows, in the same line as what follows: お話：山野さん, コラム 保護司.
_LABEL = re.compile(
    r"お?話(?:を?(?:伺った|聞いた)(?:方|人)|をしてくれた(?:方|人)|し手)?|語り手|話し手|聞いた人|回答者|談|文|協力|のお話"
    r"|(?:ミニ|ひとくち|用語)?コラム|用語解説|用語説明|用語の(?:解説|説明)|用語集?|解説|キーワード(?:解説)?|豆知識|ワンポイント(?:解説)?"
)


def _report(document, lines, left, names):
    marks = set(_INTERVIEW_MARKS) if any(_INTERVIEW.match(line.raw) for line in lines) else set()
    for line in lines:
        marks.update(line.ordered)
        # Who speaks in a dialogue is a mark before the words: the person, or the one who asks.
        turn = _TURN.match(line.raw[:40])
        if turn and (turn["who"] in names or asks(turn["who"])):
            marks.update(turn["who"])
    if all(PRINT_MARK.match(character) or character in marks for character in left):
        for line in lines:
            found = [character for character in squeeze(line.raw) if _take(left, character)]
            if found:
                document.marks.append(Leftover((line.number,), "".join(found), "mark"))
        return
    if len(lines) == 1:
        missing, rest = "", Counter(left)
        for character in squeeze(lines[0].raw):
            missing += character if _take(rest, character) else ""
        if _LABEL.fullmatch(PRINT_MARK.sub("", missing)):
            document.marks.append(Leftover((lines[0].number,), missing, "mark"))
            return
    document.leftovers.append(
        Leftover(tuple(line.number for line in lines), "\n".join(line.raw.strip() for line in lines), "unread")
    )


def _take(counter, character):
    if counter[character] > 0:
        counter[character] -= 1
        return True
    return False


class _Groups:
    """Lines that are joined by parts standing on several of them."""

    def __init__(self):
        self.parent = {}

    def root(self, number):
        while (above := self.parent.get(number, number)) != number:
            self.parent[number] = self.parent.get(above, above)
            number = self.parent[number]
        return number

    def join(self, numbers):
        for number in numbers[1:]:
            self.parent[self.root(number)] = self.root(numbers[0])
