"""What every template of the site may use."""

import re
from functools import lru_cache
from urllib.parse import urljoin

from django import template
from django.template.defaultfilters import linebreaksbr
from django.utils import dateformat, formats, translation
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from council import frame, sharing
from council.calendar_words import fiscal_year_label
from council.explained_words import markup as words_in_pages
from council.language.japanese_beside import stretches
from council.pictures import photo as photos
from council.share_picture import draw as share_pictures
from council.share_picture.subject import subject_of
from council.short_address import address as short_addresses
from council.short_address import qr as qr_codes
from council.structured_data import graph
from council.translation import links, open_graph
from council.translation.locales import language_of

register = template.Library()

_PHONE_ALONE = re.compile(r"0\d{1,4}-\d{1,4}-\d{3,4}")


@register.simple_tag(takes_context=True)
def site_frame(context):
    """``{% site_frame as frame %}``: names, menu, breadcrumb, languages of the page in the context."""
    return frame.build_frame(context["request"], context.get("page"))


@register.simple_tag(takes_context=True)
def structured_data(context):
    """``{% structured_data %}``: the page in the context for machines (schema.org), after ``{% site_frame as frame %}``."""
    return graph.structured_data(context.get("page"), context["frame"], context.flatten())


@register.simple_tag(takes_context=True)
def share_picture(context):
    """``{% share_picture as shared %}``: ``url``, ``alt``, ``width`` and ``height`` of the page's picture for messengers."""
    page, site_frame = context.get("page"), context["frame"]
    if not page or not page.pk or not site_frame.canonical or not site_frame.council:
        return None
    subject = subject_of(getattr(page, "shown", page), site_frame.council)
    return {
        "url": urljoin(site_frame.canonical, subject.url),
        "alt": subject.alt,
        "width": share_pictures.WIDTH,
        "height": share_pictures.HEIGHT,
    }


@register.filter
def keep_furigana(address, request):
    """``{{ address|keep_furigana:request }}``: an address that no link shows, leading on in the rendition of this page."""
    rendition = getattr(request, "furigana", None)
    return rendition.keep(address) if rendition else address


@register.filter
def reader_url(page):
    """``{{ page|reader_url }}``: the page's address in the reader's language."""
    return links.reader_url(page) if page else ""


@register.filter
def markdown_url(page):
    """``{{ page|markdown_url }}``: where the page stands as Markdown, in the reader's language; see `council.markdown`."""
    return f"{links.reader_url(page)}{frame.page_path(page)}index.md"


@register.filter
def line_share_url(address):
    """``{{ frame.canonical|line_share_url }}``: see `council.sharing`."""
    return sharing.line_url(address)


@register.simple_tag
def mail_share_url(title, address):
    """``{% mail_share_url page.title frame.canonical %}``: see `council.sharing`."""
    return sharing.mail_url(title, address)


@register.filter
def foreign_lang(obj):
    """``{{ page|foreign_lang }}``: the language of the text where it is not that of the text around it, else nothing."""
    return links.foreign_lang(obj) if obj else ""


@register.filter
def lang_attrs(obj):
    """``<a href="…"{{ page|lang_attrs }}>``: of a link to a page in another language than the reader's, ``hreflang``;
    and ``lang`` where its title is in another language than the text around it."""
    return format_html("{}{}", lang_attr(obj), hreflang_attr(obj))


@register.filter
def hreflang_attr(obj):
    """``<a href="…"{{ page|hreflang_attr }}>``: where the words of the link are not the page's own."""
    language = language_of(obj) if obj else ""
    return format_html(' hreflang="{}"', language) if language not in {"", translation.get_language()} else ""


@register.filter
def lang_attr(obj):
    """``<p{{ page|lang_attr }}>``: ``lang`` of a text that is not in the language around it."""
    language = links.foreign_lang(obj) if obj else ""
    return format_html(' lang="{}"', language) if language else ""


@register.filter
def language_attr(language):
    """``<p{{ code|language_attr }}>``: as `lang_attr`, for a BCP 47 code."""
    return format_html(' lang="{}"', language) if language and language != links.language_around() else ""


@register.filter
def saying_japanese(text, language):
    """A text in a language, with ``lang`` around what is Japanese in it; without a language as it is."""
    if not language or language.startswith("ja"):
        return text
    return format_html_join(
        "",
        "{}",
        ((format_html('<span lang="ja">{}</span>', part) if is_ja else part,) for part, is_ja in stretches(text)),
    )


@register.filter
def text_language(obj):
    """The BCP 47 code of the language an object's text is in."""
    return language_of(obj)


@register.filter
def is_japanese(obj):
    """Whether an object's text is Japanese, plain Japanese too: a reading in kana says nothing beside an English name."""
    return language_of(obj).partition("-")[0] == "ja"


@register.simple_tag(takes_context=True)
def reading_attr(context, person):
    """``<b{% reading_attr speaker %}>{{ speaker.name }}</b>``: how this person's name is read, for the furigana above it.

    `council.furigana.markup` takes it away again. Nothing where the page shows no furigana.
    """
    rendition = getattr(context.get("request"), "furigana", None)
    return format_html(' data-reading="{}"', person.reading) if rendition and rendition.shown else ""


@register.inclusion_tag("images/photo.html")
def photo(image, preset, alt="", eager=False):
    """``{% photo page.picture "hero" alt=page.picture_alt eager=True %}``: see `council.pictures`."""
    return {"photo": photos.photo(image, preset, alt, eager)}


@register.filter
def hanging(text):
    """``<p class="phrase{{ text|hanging }}">``: a class for large words that open with a bracket, which then hangs."""
    return " hanging" if str(text)[:1] in tuple("「『（") else ""


@register.simple_tag
def words_on_this_page():
    """``{% words_on_this_page %}``: where the list of the explained words goes, below the running text they stand in."""
    return mark_safe(words_in_pages.PLACE)


@register.filter
def fiscal_year(year):
    """``{{ 2025|fiscal_year }}``: 令和7年度, FY2025."""
    return fiscal_year_label(year)


@register.filter
def open_graph_locale(language_code):
    """``ja_JP`` of ``ja-simple``: see `council.translation.open_graph`."""
    return open_graph.open_graph_locale(language_code)


@register.filter
def other_open_graph_locales(alternates, own):
    """Of a page's versions (`council.frame`), without that of its own language."""
    return open_graph.other_locales([each.code for each in alternates], own)


@register.filter(expects_localtime=True)
def local_date(date):
    """A date as the active language writes it."""
    return formats.date_format(date, "DATE_FORMAT") if date else ""


@register.filter(expects_localtime=True)
def month_year(date):
    """A date of which only year and month are known."""
    return dateformat.format(date, formats.get_format("YEAR_MONTH_FORMAT")) if date else ""


@register.filter
def beside(first, second):
    """``{% for a, b in first|beside:second %}``: two lists of the same length, item by item."""
    return zip(first, second, strict=False)


@register.filter
def is_phone(text):
    """Whether a text is a Japanese telephone number and nothing else, such as 03-0000-0000; a year or a span is none."""
    return bool(_PHONE_ALONE.fullmatch(text))


@register.filter
def lines(text):
    """Text with its line breaks, escaped."""
    return linebreaksbr(text.strip(), autoescape=True) if text else ""


@register.simple_tag
@lru_cache(maxsize=4096)
def qr(address):
    """``{% qr url %}``: the address as a QR code, an SVG of its own.

    Remembered, because drawing it takes a fifth of the time a whole page takes.
    """
    return mark_safe(qr_codes.inline_svg(address))


@register.filter
def short_url(page):
    """``{{ page|short_url }}``: the page's address for print; empty where it has none, as what is shown inside a page."""
    return short_addresses.short_url(page) if page and page.pk and not frame.page_path(page) else ""
