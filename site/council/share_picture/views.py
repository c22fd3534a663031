"""The picture at its address: drawn when it is asked for first, and kept."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe
from PIL import Image, ImageOps, UnidentifiedImageError
from wagtail.models import Page, Site

from council.share_picture.draw import HEIGHT, WIDTH, draw
from council.share_picture.storage import store, stored
from council.share_picture.subject import subject_of
from council.site_settings import CouncilSettings
from council.themes import Theme
from council.translation.versions import readable

_MODELS = {"page": Page, "theme": Theme}
# A day, not for ever: a page that becomes private is then forgotten by caches too.
SECONDS_KEPT = 24 * 3600


@require_safe
def share_picture(request, kind, pk, digest):
    """The PNG of a page or theme that any reader may open; 404 for any other.

    An address of a title the page no longer has leads to that of the present one: messengers remember addresses.
    """
    shown = readable(_MODELS[kind].objects.filter(pk=pk)).first() if kind in _MODELS else None
    site = Site.find_for_request(request)
    council = CouncilSettings.wording_for_reader(site) if shown and site else None
    if council is None:
        raise Http404
    subject = subject_of(shown.specific if kind == "page" else shown, council)
    if digest != subject.digest:
        return HttpResponseRedirect(subject.url)
    content = stored(subject)
    if content is None:
        content = draw(
            subject.title, subject.council_name, subject.language, subject.council_language, _opened(subject.picture)
        )
        store(subject, content)
    response = HttpResponse(content, content_type="image/png")
    response["Cache-Control"] = f"public, max-age={SECONDS_KEPT}"
    response["X-Robots-Tag"] = "noindex"
    return response


def _opened(picture):
    """The page's own picture as Pillow reads it; ``None`` without one, or where its file is not there or no picture."""
    if picture is None:
        return None
    try:
        with picture.open_file() as file:
            opened = Image.open(file)
            # A photograph of 64 million pixels is read at the size that is needed, and stands as it was taken.
            opened.draft("RGB", (2 * WIDTH, 2 * HEIGHT))
            opened.load()
            return ImageOps.exif_transpose(opened)
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
