"""What the index holds of a text: its words, its pairs of words, and where in the page they stand.

Both databases keep a page as a set of lexemes, which answers every question without reading a text: a compound is found
by its pairs, and a mark behind a word says that the title or the summary has it, or that the text has it often. So
ranking asks for sets too, and is the same on SQLite and on PostgreSQL (docs/decisions/0008-japanese-search.md).

A lexeme begins with the sign of its language's way of taking texts apart (`council.language.vocabulary_of`), so that 地域
in a Chinese page is not taken for the Japanese word. The signs are Unicode's private ones, which FTS5's tokenizer and
tsvector keep as parts of a word, and which no text of ours holds.
"""

from collections import Counter

from council.language.japanese_forms import STEM

VOCABULARIES = {"japanese": "\ue001", "english": "\ue002", "chinese": "\ue003", "korean": "\ue004", "other": "\ue005"}

IN_TITLE = "\ue010"
IN_SUMMARY = "\ue011"
OFTEN = "\ue012"
VERY_OFTEN = "\ue013"
MARKS = IN_TITLE + IN_SUMMARY + OFTEN + VERY_OFTEN
# How often a word has to stand in a text to be one of its words.
OFTEN_FROM = 3
VERY_OFTEN_FROM = 8
# Between two words that follow each other with a particle, a space or a sign between them.
BESIDE = "\ue020"
# Longer words are cut: FTS5 takes any length, a tsvector 2,046 bytes.
LONGEST_WORD = 100


def word(form):
    """The lexeme of a token's form."""
    return form[:LONGEST_WORD]


def together(*tokens):
    """The lexeme of two or three tokens that make a compound: that of the word they would be together.

    So it does not matter whether a dictionary takes 支え合い for one word or for two.
    """
    return joined(*(token.forms[0] for token in tokens))


def joined(*forms):
    """The same of the forms that they are found by."""
    lexeme = "".join(forms)
    # Where all of them together are not too long, none of them is.
    if len(lexeme) > LONGEST_WORD:
        lexeme = "".join(map(word, forms))
    return lexeme.replace(STEM, "")


def beside(first, second):
    """The lexeme of two tokens of which the second follows the first in its sentence."""
    return first.forms[0][:LONGEST_WORD] + BESIDE + second.forms[0][:LONGEST_WORD]


def count(tokens):
    """How often each lexeme stands in a text, without the sign of its language."""
    forms, pairs = [], []
    earlier = before = None
    for token in tokens:
        forms += token.forms
        if before is not None and token.joined:
            pairs += _compounds(earlier, before, token)
        elif before is not None and token.follows:
            pairs.append(beside(before, token))
        earlier, before = before, token
    # All at once: a call for each word would take most of the time.
    found = Counter(forms)
    if max(map(len, found), default=0) > LONGEST_WORD:
        found = Counter(map(word, forms))
    found.update(pairs)
    return found


def _compounds(earlier, before, token):
    """The pair that a token makes with the one it is joined to, and the three where that is joined too.

    A word that has as many parts is a form of the first already.
    """
    pair = joined(before.forms[0], token.forms[0])
    found = [] if pair in before.forms[1:] else [pair]
    # Where words overlap, as those of Chinese do, two hold three signs already.
    if earlier is not None and before.joined and token.start >= before.end:
        three = together(earlier, before, token)
        if three not in earlier.forms[1:]:
            found.append(three)
    return found


def words(vocabulary, tokens):
    """The lexemes of single words, without marks and pairs."""
    sign = VOCABULARIES[vocabulary]
    forms = {form for token in tokens for form in token.forms}
    return {sign + word(form) for form in forms}


def of_texts(vocabulary, title, summary, body):
    """The lexemes of a page, from the tokens of its title, its summary and everything else on it.

    Returns:
        A set of strings, each beginning with the vocabulary's sign.
    """
    sign = VOCABULARIES[vocabulary]
    in_title, in_summary, in_text = count(title), count(summary), count(body)
    in_text.update(in_summary)
    lexemes = {sign + each for each in in_text}
    lexemes.update(sign + each for each in in_title)
    lexemes.update(sign + each + IN_TITLE for each in in_title)
    lexemes.update(sign + each + IN_SUMMARY for each in in_summary)
    for each, times in in_text.items():
        if times >= OFTEN_FROM:
            lexemes.add(sign + each + OFTEN)
            if times >= VERY_OFTEN_FROM:
                lexemes.add(sign + each + VERY_OFTEN)
    return lexemes
