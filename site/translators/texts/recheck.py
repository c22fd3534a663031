"""Looking once more at texts that were stored before they were checked, or past the checks."""

from wagtail_localize.models import StringTranslation

from translators.texts.check import fault_of
from translators.texts.length import longest_in


def mark_faults(translation):
    """Marks what is wrong in a translation's texts, so that it counts as missing. Texts with an error stay as they are.

    Returns:
        How many were marked.
    """
    model = translation.source.specific_content_type.model_class()
    rows = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale_id, has_error=False
    ).select_related("translation_of", "context")
    marked = []
    for row in rows:
        if fault := fault_of(row.translation_of.data, row.data, longest_in(model, row.context.path)):
            row.has_error, row.field_error = True, fault
            marked.append(row)
    StringTranslation.objects.bulk_update(marked, ["has_error", "field_error"], batch_size=200)
    return len(marked)
