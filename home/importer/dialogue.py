"""Talk that is printed with a label before each turn: 司会：… / 山野さん：…"""

import re

from .characters import join_lines
from .parts import Words

# Who only asks: a label, no voice of the story.
INTERVIEWER = r"(?:司会|進行|聞き手|ききて|インタビュアー|取材者?|記者|編集部|編集委員|事務局|社協)"
_TURN = re.compile(r"^(?P<who>[^\s：:。、「」]{1,12})[ \u3000]*[：:][ \u3000]*(?P<text>\S.*)$")
# Of a longer paragraph so many lines are looked at.
_LOOK_AT = 200


def asks(who):
    """Whether a label is that of the one who asks."""
    return bool(re.fullmatch(INTERVIEWER, who))


def is_dialogue(lines):
    """Somebody asks by office (司会：), and somebody else answers."""
    found = [_TURN.match(line.body) for line in lines[:_LOOK_AT]]
    labels = {turn["who"] for turn in found if turn}
    return bool(found[0] and len(labels) > 1 and any(asks(label) for label in labels))


def turns_of(lines):
    """(who, words) for each turn; a line without a label goes on with the turn before."""
    turns = []
    for line in lines:
        found = _TURN.match(line.body)
        if found:
            turns.append(([found["text"]], [line.number], found["who"]))
        else:
            turns[-1][0].append(line.body)
            turns[-1][1].append(line.number)
    for texts, numbers, who in turns:
        yield Words(who, (numbers[0],)), Words(join_lines(texts), tuple(numbers))
