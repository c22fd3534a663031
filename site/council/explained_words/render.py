"""A finished page with its words explained, for readers of a language."""

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import gettext, override

from council.explained_words.glossary import glossary
from council.explained_words.markup import PLACE, mentions_in, with_words, word_html


def explain_words(html, language):
    """The page; as it is where it has no `PLACE` or no words.

    Only terms that are translated for the reader are explained, whatever language the text is in: who reads a Japanese page
    in English gets the English explanation.

    Args:
        language: BCP 47 code of the reader's language.
    """
    if PLACE not in html:
        return html
    words = glossary()
    first, keys = mentions_in(html, words.spellings)
    terms = {key: words.explanation(key, language) for key in keys}
    terms = {key: term for key, term in terms.items() if term}
    # Whose page this is says its `main`: only where that is another language a part has to say its own.
    attributes = format_html(' lang="{}"', language) if '<main id="main" lang="' in html else ""

    def explained(key, word):
        label = gettext("What “%(word)s” means") % {"word": word}
        return word_html(word, key, " ".join(terms[key].explanation.split()), label, attributes)

    with override(language):
        context = {"terms": list(terms.values()), "lang_attrs": attributes}
        listed = render_to_string("includes/words_on_this_page.html", context) if terms else ""
        return with_words(html, {key: each for key, each in first.items() if key in terms}, explained, listed)
