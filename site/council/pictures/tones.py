"""The colour that stands where a picture will be until it is there: one of 64, so that no page needs a style of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.images import get_image_model_string

# Of each of red, green and blue. `pictures.css` has a class for every three of them.
LEVELS = (0x28, 0x70, 0xB0, 0xE8)
_SAMPLE = (48, 48)
_COLOURS = 6


class PictureTone(models.Model):
    """The tone of an image: three digits, the places of its red, green and blue in `LEVELS`."""

    image = models.OneToOneField(
        get_image_model_string(), verbose_name=_("image"), related_name="tone", on_delete=models.CASCADE
    )
    # That of the image when the tone was taken: another one means another picture.
    file_hash = models.CharField(max_length=40, blank=True, editable=False)
    # Empty: something would shine through the picture.
    tone = models.CharField(_("tone"), max_length=3, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("tone of a picture")
        verbose_name_plural = _("tones of pictures")

    def __str__(self):
        return self.tone


def tone_of(image):
    """The tone of an image that was read together with it; empty where it was not: no page asks for it by itself."""
    found = image._state.fields_cache.get("tone")
    return found.tone if found and found.file_hash == image.file_hash else ""


def note_tone(image):
    """Takes the tone of an image from its file, unless it is known already.

    Raises:
        OSError: the file is not there, or is no picture.
    """
    if not PictureTone.objects.filter(image=image, file_hash=image.file_hash).exists():
        with image.open_file() as file, Image.open(file) as picture:
            tone = dominant(picture)
        PictureTone.objects.update_or_create(image=image, defaults={"file_hash": image.file_hash, "tone": tone})


def dominant(picture):
    """The tone that most of a picture has; empty for one with transparency.

    Args:
        picture: as Pillow has opened it.
    """
    # A JPEG is read at the size that is needed.
    picture.draft("RGB", _SAMPLE)
    if picture.has_transparency_data:
        return ""
    small = picture.convert("RGB").resize(_SAMPLE, Image.Resampling.BOX).quantize(_COLOURS)
    _count, place = max(small.getcolors())
    return "".join(str(_nearest(each)) for each in small.getpalette()[place * 3 : place * 3 + 3])


def _nearest(value):
    return min(range(len(LEVELS)), key=lambda place: abs(LEVELS[place] - value))
