"""Pages that staff puts above the results of a question."""

from functools import lru_cache

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Locale, Page

from council.language import vocabulary_of
from council.translation.locales import all_locales, locale_for, source_locale
from council.translation.versions import versions_for_reader
from search.question import question_of
from search.word_lines import lines_of, validate_word_lines

MOST_PAGES = 3


class PromotedResult(models.Model):
    """A page that stands first when somebody asks one of these questions."""

    words = models.TextField(
        _("what is asked"),
        validators=[validate_word_lines],
        help_text=_(
            "One question a line. The page stands first where somebody asks exactly this, in whatever spelling."
        ),
    )
    page = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")
    sort_order = models.PositiveSmallIntegerField(
        _("place among several"),
        default=100,
        help_text=_("Of several pages for one question, smaller numbers come first."),
    )
    shown_from = models.DateField(_("first day"), null=True, blank=True, help_text=_("Empty: from now on."))
    shown_until = models.DateField(_("last day"), null=True, blank=True, help_text=_("Empty: without end."))

    panels = [
        FieldPanel("words"),
        PageChooserPanel("page"),
        FieldPanel("sort_order"),
        FieldRowPanel([FieldPanel("shown_from"), FieldPanel("shown_until")]),
    ]

    class Meta:
        verbose_name = _("page put first")
        verbose_name_plural = _("pages put first")
        ordering = ["sort_order", "pk"]

    def __str__(self):
        return ", ".join(lines_of(self.words))

    def clean(self):
        super().clean()
        if self.shown_from and self.shown_until and self.shown_until < self.shown_from:
            raise ValidationError({"shown_until": _("The last day is before the first one.")})


def promoted_pages(text, language):
    """The pages that staff puts first for a question, in the versions that a language's readers get now.

    Args:
        text: as it was typed.
        language: BCP 47 code of the reader's language.

    Returns:
        A list of pages of their own types, three at most. Two queries, and one for each page.
    """
    languages = tuple(
        {vocabulary_of(each.language_code): each.language_code for each in all_locales().values()}.values()
    )
    asked = _known_by(text, languages)
    if not asked:
        return []
    ids = [page for words, page in _shown_today() if asked & _lines_known_by(words, languages)]
    versions = versions_for_reader(Page.objects.all(), ids, _locale_of_reader(language))
    # Two of them may be versions of one page.
    pages = {versions[pk].pk: versions[pk] for pk in ids if pk in versions}
    return [page.specific for page in list(pages.values())[:MOST_PAGES]]


def _locale_of_reader(language):
    try:
        return locale_for(language)
    except (Locale.DoesNotExist, LookupError):
        return source_locale()


def _shown_today():
    today = timezone.localdate()
    shown = PromotedResult.objects.filter(
        Q(shown_from=None) | Q(shown_from__lte=today), Q(shown_until=None) | Q(shown_until__gte=today)
    )
    return shown.values_list("words", "page_id")


def _known_by(text, languages):
    """What makes a question the same as another: its words, one after another, as they are in each of the languages."""
    questions = [question_of(text, language) for language in languages]
    return frozenset(
        (question.vocabulary, *(form for concept in question.concepts for form in concept.forms()))
        for question in questions
        if question
    )


@lru_cache(maxsize=5_000)
def _lines_known_by(words, languages):
    """The same of all lines that staff has written; what readers type is not kept."""
    return frozenset().union(*(_known_by(line, languages) for line in lines_of(words)))
