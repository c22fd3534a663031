"""What docs/decisions/0009-words-of-other-languages.md says of the words of other languages stays true."""

import tomllib

import pytest

from council.language import analyse
from search.benchmark.other_languages.__main__ import FILES, HERE, measure
from search.benchmark.other_languages.sample import sample_texts

OF_SAMPLE = tomllib.loads((HERE / "sample_questions.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", FILES)
def test_own_texts_are_found(language):
    corpus = tomllib.loads((HERE / FILES[language]).read_text("utf-8"))
    recall, precision, misses = measure(lambda text: analyse(text, language), corpus["texts"], corpus["query"])
    assert (recall >= 0.95, precision >= 0.98) == (True, True), misses


@pytest.mark.parametrize("language", FILES)
def test_the_translated_sample_is_found(language):
    recall, precision, misses = measure(
        lambda text: analyse(text, language), sample_texts(language), OF_SAMPLE[language]
    )
    assert (recall >= 0.85, precision >= 0.95) == (True, True), misses
