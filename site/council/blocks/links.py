"""Where the reader can go from here: other sites."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class SiteLinkBlock(blocks.StructBlock):
    """Another site, with a QR code for those who read the printed page."""

    text = blocks.CharBlock(label=_("Text of the link"), max_length=100)
    url = blocks.URLBlock(label=_("Web address"))

    class Meta:
        icon = "site"
        label = _("Link to a site")
        description = _("Another site's address, with a QR code in print.")
        template = "blocks/site_link.html"
        preview_value = {"text": _("The network's own site"), "url": "https://example.jp/"}
