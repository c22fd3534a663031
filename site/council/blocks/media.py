"""Pictures, documents and videos."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock


class PictureBlock(blocks.StructBlock):
    """A picture, never without a text for those who cannot see it (WCAG 2.2, 1.1.1)."""

    image = ImageChooserBlock(label=_("Picture"))
    alternative_text = blocks.CharBlock(
        label=_("Alternative text"),
        max_length=300,
        help_text=_("What the picture shows, said to somebody who cannot see it."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=300)

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with its alternative text and, if it needs one, a caption.")
        template = "blocks/picture.html"


class DocumentBlock(blocks.StructBlock):
    """A file to take away."""

    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(label=_("Title"), max_length=200, help_text=_("What the reader gets."))

    class Meta:
        icon = "doc-full"
        label = _("Document")
        description = _("A file to download, with its kind and size.")
        template = "blocks/document.html"


class VideoBlock(blocks.StructBlock):
    """A video elsewhere: a picture and a link. The other host learns of the reader only when they follow it."""

    title = blocks.CharBlock(label=_("Title"), max_length=200)
    url = blocks.URLBlock(label=_("Address of the video"))
    picture = ImageChooserBlock(label=_("Picture shown in its place"))
    transcript = blocks.TextBlock(
        label=_("What is said and shown"),
        help_text=_("For those who cannot hear or see the video."),
    )

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("A picture that leads to a video, with its text beside it.")
        template = "blocks/video.html"
