"""The stream that several page types use."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from council.blocks.links import SiteLinkBlock
from council.blocks.media import DocumentBlock, PictureBlock, VideoBlock
from council.blocks.text import DataTableBlock, HeadingBlock, ListOfItemsBlock, ParagraphBlock, QuoteBlock
from council.where_to_turn.calls import TakePartBlock


class SharedStreamBlock(blocks.StreamBlock):
    """What any page may hold; `stories.blocks` adds what only a story needs."""

    paragraph = ParagraphBlock(group=_("Text"))
    heading = HeadingBlock(group=_("Text"))
    quote = QuoteBlock(group=_("Text"))
    list = ListOfItemsBlock(group=_("Text"))
    table = DataTableBlock(group=_("Text"))
    picture = PictureBlock(group=_("Pictures and files"))
    document = DocumentBlock(group=_("Pictures and files"))
    video = VideoBlock(group=_("Pictures and files"))
    site_link = SiteLinkBlock(group=_("Where to go"))
    take_part = TakePartBlock(group=_("Where to go"))

    class Meta:
        required = False
