"""A title for an initiative: the shortest clause of its statement that tells it.

A Japanese sentence tells what is done in its last clause. That clause is taken; what only describes its object is left
out while the clause is long, and what stands before it is added while it has nothing that is acted on. It is a
proposal: the editor sees it marked.
"""

import re

LONG = 32
SHORTEST = 8
# What is left of a long clause must still say something: 仕組みを作ります alone does not.
LEAST_LEFT = 12
LONGEST = 250

_SENTENCE = re.compile(r"[^。！？!?]+")
_LEADING = re.compile(
    r"^(?:また|さらに|そして|なお|そのため|そこで|あわせて|併せて|加えて|特に|これからも|引き続き|まず|次に)、?"
)
_BRACKETS = {"（": "）", "(": ")", "「": "」", "『": "』", "【": "】"}
# Something is acted on (を, に, へ, と, が), and the clause goes on to say what is done with it.
_ACTS = re.compile(r"[一-鿿々ぁ-ゖァ-ヺーA-Za-z0-9」』）)][をにへとが][^、]{2,}$")
# Ends as somebody doing something.
_SAYS = re.compile(r"(?:ます|ません|です|[うくぐすつぬぶむるい])[」』）)]*$")
# What is acted on, set off by a comma, or one of several things in a row: it belongs to the verb that follows.
_BELONGS = re.compile(
    r"[をも一-鿿々ァ-ヺーA-Za-z0-9」』）)]$|(?<!とも)(?<!ため)(?<!よう)(?<!とき)(?<!うち)(?<!さら)に$"
)
# A clause inside a clause that ends here: …できる|地域の…, …するための|仕組み, …を超えて|地域…
_DESCRIBES = re.compile(
    r"(?:できる|られる|せる|える|ための|ような|という|した|する|して|超えて|通じて|通して|向けて|基づき|もとづき|ともに|にも|ながら|応じて|応じた)"
    r"(?=[一-鿿ァ-ヺA-Za-z「『])"
)


def title_of(statement):
    """The proposed title of an initiative (or of any text that has none)."""
    sentences = _SENTENCE.findall(statement[:4000].replace("\n", "")) or [statement[:LONGEST]]
    # A list of things (閉じた店、使わない離れ。) tells nothing yet: the sentence that says what is done does.
    sentence = next((each for each in sentences if _SAYS.search(each)), sentences[0]).strip()
    sentence = _LEADING.sub("", sentence).strip("　 ・、")
    clauses = split_clauses(sentence)
    title = clauses.pop()
    while clauses and (not _tells(title) or _BELONGS.search(clauses[-1])):
        title = f"{clauses.pop()}、{title}"
    title = _shortened(title)
    return title if len(title) <= LONGEST else title[: LONGEST - 1] + "…"


def split_clauses(sentence):
    """The sentence at its 、, those inside brackets left alone."""
    clauses, current, closing = [], [], []
    for character in sentence:
        if character in _BRACKETS:
            closing.append(_BRACKETS[character])
        elif closing and character == closing[-1]:
            closing.pop()
        if character in "、，" and not closing:
            clauses.append("".join(current).strip())
            current = []
        else:
            current.append(character)
    clauses.append("".join(current).strip())
    return [clause for clause in clauses if clause] or [sentence]


def _tells(clause):
    return len(clause) >= SHORTEST and bool(_ACTS.search(clause))


def _shortened(clause):
    """While it is long: without what describes, as long as something is still acted on."""
    if len(clause) <= LONG:
        return clause
    rests = []
    for match in _DESCRIBES.finditer(clause):
        rest = clause[match.end() :]
        if len(rest) >= LEAST_LEFT and _tells(rest) and not _inside_brackets(clause, match.end()):
            rests.append(rest)
    return rests[-1] if rests else clause


def _inside_brackets(text, index):
    return any(text.count(left, 0, index) > text.count(right, 0, index) for left, right in _BRACKETS.items())
