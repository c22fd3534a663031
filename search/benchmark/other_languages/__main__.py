"""Prints recall and precision of each way: of single texts, of pages of ten texts, and of the sample site's translations."""

import sys
import time
import tomllib
from pathlib import Path

from search import lexemes
from search.benchmark.other_languages.relevance import is_relevant
from search.benchmark.other_languages.sample import sample_texts
from search.benchmark.other_languages.ways import ways_of

HERE = Path(__file__).parent
FILES = {"en": "english.toml", "zh-hans": "chinese.toml", "ko": "korean.toml"}
_TEXTS_A_PAGE = 10


def main(shows_misses):
    of_sample = tomllib.loads((HERE / "sample_questions.toml").read_text("utf-8"))
    for language, name in FILES.items():
        corpus = tomllib.loads((HERE / name).read_text("utf-8"))
        texts, sample = corpus["texts"], sample_texts(language)
        measured = {
            "texts": (texts, corpus["query"]),
            "pages": (_pages(texts), corpus["query"]),
            "sample": (sample, of_sample[language]),
        }
        print(
            f"\n{language}: {len(texts)} texts, {len(corpus['query'])} questions; sample: {len(sample)}, {len(of_sample[language])}"
        )
        print(
            f"{'recall precision':22}"
            + "".join(f"{each:>15}" for each in measured)
            + f"{'lexemes/sign':>15}{'µs/sign':>10}"
        )
        for way, tokens in ways_of(language).items():
            scores = [measure(tokens, *each) for each in measured.values()]
            line = "".join(f"{f'{recall:.0%} {precision:.0%}':>15}" for recall, precision, _misses in scores)
            print(f"{way:22}{line}{lexemes_a_sign(tokens, texts):>15.2f}{time_a_sign(tokens, texts):>10.2f}")
            if shows_misses:
                print(*(f"    {miss}" for _recall, _precision, misses in scores[::2] for miss in misses), sep="\n")


def measure(tokens, pages, questions):
    """``(recall, precision, misses)``: the first two as the mean over the questions, the third as sentences.

    Raises:
        ZeroDivisionError: nothing is relevant to one of the questions.
    """
    index = [set(lexemes.count(tokens(page))) for page in pages]
    recalls, precisions, misses = [], [], []
    for question in questions:
        asked = _asked(tokens(question["words"]))
        found = {place for place, page in enumerate(index) if asked and asked <= page}
        meant = {place for place, page in enumerate(pages) if is_relevant(question, page)}
        recalls.append(len(found & meant) / len(meant))
        precisions.append(len(found & meant) / len(found) if found else 1)
        misses += [f"{question['words']} – missing: {_beginning(pages[place])}" for place in meant - found]
        misses += [f"{question['words']} – wrong: {_beginning(pages[place])}" for place in found - meant]
    return sum(recalls) / len(recalls), sum(precisions) / len(precisions), misses


def _pages(texts):
    """Each text begins a page with the ones behind it, so that there are as many pages as texts."""
    return ["\n".join((texts + texts)[place : place + _TEXTS_A_PAGE]) for place in range(len(texts))]


def _beginning(page):
    return " ".join(page[:40].split())


def _asked(tokens):
    """The lexemes that a page must have: pairs of what is joined, words of the rest."""
    asked = set()
    for place, token in enumerate(tokens):
        if token.joined and place:
            asked.add(lexemes.together(tokens[place - 1], token))
        elif place + 1 == len(tokens) or not tokens[place + 1].joined:
            asked.add(lexemes.word(token.forms[0]))
    return asked


def lexemes_a_sign(tokens, texts):
    """How many different lexemes the index has of all texts, for each of their signs."""
    text = "\n".join(texts)
    return len(lexemes.count(tokens(text))) / len(text)


def time_a_sign(tokens, texts):
    """In µs."""
    text = "\n".join(texts)
    start = time.perf_counter()
    tokens(text)
    return (time.perf_counter() - start) / len(text) * 1e6


if __name__ == "__main__":
    main("--misses" in sys.argv)
