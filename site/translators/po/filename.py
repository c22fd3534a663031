"""What a PO file is called when it is saved."""

import re
from urllib.parse import quote

from django.utils.text import slugify
from wagtail.models import Page

_NOT_IN_A_NAME = re.compile(r"[\x00-\x1f\\/:*?\"<>|]+")


def content_disposition(translation, instance):
    """A header with two names (RFC 6266): one in ASCII, and one with the object's title for browsers that take it.

    Both end with the language, as files of one page in several languages come to lie in one folder.
    """
    code = translation.target_locale.language_code
    if isinstance(instance, Page):
        plain = slugify(instance.slug)
    else:
        plain = f"{type(instance)._meta.model_name}-{slugify(translation.source.object_repr)}"
    key = str(translation.source.object_id).partition("-")[0]
    plain = plain.strip("-") if plain.strip("-") and not plain.endswith("-") else f"{plain}{key}"
    title = _NOT_IN_A_NAME.sub(" ", translation.source.object_repr).strip(" .")[:80] or plain
    return f"attachment; filename=\"{plain}-{code}.po\"; filename*=UTF-8''{quote(f'{title}-{code}.po', safe='')}"
