"""What else a question means: synonyms, words that are read so, terms of the glossary."""

from search.question import Asked


def expand(question, language):
    """A question's concepts as `Asked`, each with everything that means the same on this site."""
    return [Asked(question.vocabulary, concept) for concept in question.concepts]
