"""Words that staff writes into one field, each on a line of its own."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from council.translation.locales import source_locale
from search.question import question_of

LONGEST_LINE = 60
MOST_LINES = 20


def lines_of(text):
    """The lines of a text that hold anything, each once, as they were written."""
    return list(dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip()))


def validate_word_lines(text):
    """Says what is wrong with such a field, in sentences for the staff.

    Raises:
        ValidationError: a line is too long, has no word in it, or there are too many of them.
    """
    lines = lines_of(text)
    errors = [
        _("“%(line)s” is too long: %(most)s characters at most.") % {"line": line, "most": LONGEST_LINE}
        for line in lines
        if len(line) > LONGEST_LINE
    ]
    language = source_locale().language_code
    errors += [
        _("“%(line)s” holds no word that can be searched for.") % {"line": line}
        for line in lines
        if not question_of(line, language)
    ]
    if len(lines) > MOST_LINES:
        errors.append(_("These are too many lines: %(most)s at most.") % {"most": MOST_LINES})
    if errors:
        raise ValidationError(errors)
