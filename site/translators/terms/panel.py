"""The terms of one page, for beside the editor."""

from wagtail_localize.models import StringSegment

from translators.terms.load import rules_for


def terms_of(source, target_locale):
    """The terms that occur in a `TranslationSource`, with how each is said in a locale, in the order of the page.

    Two queries, however many segments and terms there are.

    Returns:
        A list of `translators.terms.rules.Rule`; ``said`` is empty where the term is not translated yet.
    """
    rules = rules_for(source.locale_id, target_locale.pk)
    found = {}
    for text in StringSegment.objects.filter(source=source).order_by("order").values_list("string__data", flat=True):
        for rule in rules.found_in(text):
            if rule.key != source.object_id:
                found.setdefault(rule)
    return list(found)
