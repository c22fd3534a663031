"""Whether a question finds a text, by what the index holds of it."""

from itertools import pairwise

from search import lexemes


def finds(tokens, question, text):
    """Whether every word and every compound that is asked for is among the lexemes of a text."""
    index = lexemes.count(tokens(text))
    asked = tokens(question)
    wanted = {lexemes.word(token.forms[0]) for token in asked}
    wanted |= {lexemes.together(first, second) for first, second in pairwise(asked) if second.joined}
    return bool(wanted) and wanted <= set(index)
