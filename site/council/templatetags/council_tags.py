"""What every template of the site may use."""

from functools import lru_cache

import segno
from django import template
from django.template.defaultfilters import linebreaksbr
from django.utils import dateformat, formats, translation
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from council import frame, pictures
from council.calendar_words import fiscal_year_label
from council.translation import links, open_graph
from council.translation.locales import language_of

register = template.Library()


@register.simple_tag(takes_context=True)
def site_frame(context):
    """``{% site_frame as frame %}``: names, menu, breadcrumb, languages of the page in the context."""
    return frame.build_frame(context["request"], context.get("page"))


@register.filter
def reader_url(page):
    """``{{ page|reader_url }}``: the page's address in the reader's language."""
    return links.reader_url(page) if page else ""


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
    return {"photo": pictures.photo(image, preset, alt, eager)}


@register.filter
def fiscal_year(year):
    """``{{ 2025|fiscal_year }}``: 令和7年度, FY2025."""
    return fiscal_year_label(year)


@register.filter
def open_graph_locale(language_code):
    """``ja_JP`` of ``ja-simple``: see `council.translation.open_graph`."""
    return open_graph.open_graph_locale(language_code)


@register.filter(expects_localtime=True)
def local_date(date):
    """A date as the active language writes it."""
    return formats.date_format(date, "DATE_FORMAT") if date else ""


@register.filter(expects_localtime=True)
def month_year(date):
    """A date of which only year and month are known."""
    return dateformat.format(date, formats.get_format("YEAR_MONTH_FORMAT")) if date else ""


@register.filter
def lines(text):
    """Text with its line breaks, escaped."""
    return linebreaksbr(text.strip(), autoescape=True) if text else ""


@register.filter
def still_open(blocks):
    """``{{ page.where_to_turn|still_open }}``: the calls to take part whose last day has not passed."""
    return [block for block in blocks or [] if not block.value.is_over]


@register.simple_tag
@lru_cache(maxsize=4096)
def qr(address):
    """``{% qr url %}``: the address as a QR code, an SVG of its own (error correction M, four modules of margin).

    Remembered, because drawing it takes a fifth of the time a whole page takes.
    """
    code = segno.make(address, error="m", micro=False)
    return mark_safe(code.svg_inline(scale=1, border=4, omitsize=True, svgclass="qr", lineclass=None))
