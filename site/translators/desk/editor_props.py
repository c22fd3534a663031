"""What wagtail-localize's editor is told to show, put right: it is shipped compiled, and reads all of it from one text."""

import json

from wagtail_localize.models import StringSegment, StringTranslation

from translators.texts.comment import comment_on


def put_right(props, translation):
    """The editor's properties as JSON: days in the reader's language, and no offer to make an alias.

    An alias would put Japanese text under another language's address, as if it were translated.
    """
    props = json.loads(props)
    props["links"]["convertToAliasUrl"] = None
    comments = _comments(translation)
    for text in props["initialStringTranslations"]:
        text["comment"] = comments.get(text["segment_id"], text["comment"])
    return json.dumps(props)


def _comments(translation):
    """``{segment id: comment}``, with two queries."""
    rows = {
        (row.context_id, row.translation_of_id): row
        for row in StringTranslation.objects.filter(
            context__object=translation.source.object_id, locale=translation.target_locale_id
        )
    }
    places = StringSegment.objects.filter(source=translation.source_id).values_list("pk", "context", "string")
    return {pk: comment_on(rows[place]) for pk, *at in places if (place := tuple(at)) in rows}
