"""What staff may upload as a picture, with the sentence they read where it cannot be taken; and what is taken out of it."""

import io

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from council.pictures.metadata import without_metadata

_TOO_LARGE = _(
    "This picture has more than %(millions)d million pixels. Make it smaller first: 4,000 pixels on the longer side are plenty."
)
_BROKEN = _("This file is damaged or not complete. Take the picture from where it came from once more.")


class PictureForm(BaseImageForm):
    """Wagtail's form, for pictures that can be made smaller without an error."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            stock = self.fields["file"]
            self.fields["file"] = PictureField(label=stock.label, required=stock.required, widget=stock.widget)


class PictureField(WagtailImageField):
    """Refuses what would fail later: too many pixels, and files that end too early."""

    def check_image_pixel_size(self, f):
        try:
            width, height = f.image.get_size()
        except Image.DecompressionBombError:
            width = height = self.max_image_pixels
        except (OSError, SyntaxError, ValueError) as error:
            raise ValidationError(_BROKEN, code="invalid_image") from error
        if width * height > self.max_image_pixels:
            millions = self.max_image_pixels // 1_000_000
            raise ValidationError(_TOO_LARGE, code="file_too_many_pixels", params={"millions": millions})
        try:
            f.seek(0)
            with Image.open(io.BytesIO(f.read())) as picture:
                picture.load()
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
            raise ValidationError(_BROKEN, code="invalid_image") from error
        finally:
            f.seek(0)


def take_out_metadata(instance, raw=False, **kwargs):
    """To be called before an image is saved: of a new file only the picture is kept. See `council.pictures.metadata`.

    A file that is no picture stays as it is: whoever uploads one meets `PictureForm` first.
    """
    file = instance.file
    if raw or not file or file._committed or instance.is_svg():
        return
    file.open()
    data = file.read()
    file.seek(0)
    try:
        clean = without_metadata(data)
    except (OSError, SyntaxError, ValueError):
        return
    if clean is not data:
        instance.file = ContentFile(clean, name=file.name)
    instance._set_image_file_metadata()
