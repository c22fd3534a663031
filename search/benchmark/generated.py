"""Pages for the measurement of time: generated, from the sentences and titles of texts that were written by hand.

A page has 1,500 characters: the sentences of its language in an order drawn by a fixed seed, and at the end one that
stands on every page.
"""

import random
import tomllib

from search.benchmark.corpus import FOLDER, Page, sentences_of

CHARACTERS = 1500
ON_EVERY_PAGE = {
    "ja": "お問い合わせは糸川区社会福祉協議会まで。",
    "ja-simple": "お問い合わせは糸川区社会福祉協議会まで。",
    "en": "Questions are answered by the Itokawa Council of Social Welfare.",
    "zh-hans": "咨询请联系糸川区社会福祉协议会。",
    "ko": "문의는 이토카와구 사회복지협의회로 하십시오.",
}
_FILES = {"en": "english", "zh-hans": "chinese", "ko": "korean"}
SEED = 20250401


def texts_of(language):
    """The sentences and the queries there are in a language that is not Japanese, as two lists of strings."""
    file = tomllib.loads((FOLDER / "other_languages" / f"{_FILES[language]}.toml").read_text(encoding="utf-8"))
    return file["texts"], [query["words"] for query in file["query"]]


class Generator:
    """Makes pages of one language; the same number gives the same page.

    Args:
        language: BCP 47 code.
        pages: the corpus, for Japanese.
    """

    def __init__(self, language, pages):
        self.language = language
        if language in _FILES:
            self.sentences, _queries = texts_of(language)
            self.titles = [sentence[:60] for sentence in self.sentences]
        else:
            self.sentences = sentences_of(pages)
            self.titles = [page.title for page in pages]

    def page(self, number):
        draw = random.Random(f"{SEED} {self.language} {number}")
        lines, length = [], 0
        while length < CHARACTERS - 80:
            lines.append(draw.choice(self.sentences))
            length += len(lines[-1])
        lines.append(ON_EVERY_PAGE[self.language])
        return Page(f"{draw.choice(self.titles)} {number}", draw.choice(self.sentences)[:200], "\n".join(lines))
