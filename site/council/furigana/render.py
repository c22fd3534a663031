"""A finished page with its furigana: what the process remembers, else what is kept, else computed now."""

from council.furigana.dictionary import dictionary
from council.furigana.kept import readings_of
from council.furigana.markup import named_in, plain, ruby_html, texts_in, with_furigana
from council.language.furigana.own_words import of_a_person

# Texts of some hundred pages; the oldest go first.
_MOST_REMEMBERED = 20_000

_remembered = {}


def forget_rendered():
    """Forgets what this process remembers of texts with their ruby."""
    _remembered.clear()


def render(html, rendition, page_id=None, keep=False):
    """A page in a `Rendition`.

    Args:
        page_id: of the page whose own readings hold on it.
        keep: whether what had to be computed is kept for other processes.
    """
    if not rendition.shown:
        return with_furigana(html, None, rendition)
    words = dictionary(page_id)
    for name, reading in named_in(html):
        words = words.with_words(of_a_person(name, reading))
    key = words.key
    # A table of this page's own: another thread may take out what is remembered in the meantime.
    made = {text: _remembered.get((key, text)) for text in texts_in(html)}
    missing = [text for text, ruby in made.items() if ruby is None]
    if missing:
        for text, readings in readings_of(missing, words, keep).items():
            made[text] = _remembered[key, text] = ruby_html(text, readings)
    for oldest in list(_remembered)[: max(0, len(_remembered) - _MOST_REMEMBERED)]:
        _remembered.pop(oldest, None)
    return with_furigana(html, lambda words: made[plain(words)], rendition)
