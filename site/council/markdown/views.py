"""A page's Markdown at ``…/index.md``, and ``/llms.txt``, which says where to begin (llmstxt.org)."""

import json

from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from council.direct_route import address_elsewhere, direct_route
from council.frame import names
from council.markdown.convert import to_markdown
from council.markdown.escape import escaped, escaped_address
from council.site_settings import CouncilSettings
from council.translation.locales import language_of
from council.translation.versions import readable
from council.views import serve_page
from council.where_to_turn.ends import limit_age

SECONDS_KEPT = 300


@require_safe
def page_as_markdown(request, path):
    """What any reader may read of a page; 404 where there is no page, or one that is not for everybody.

    The page is made as for a reader nobody knows: who is signed in gets the same, so that a cache may keep it.
    """
    request.user = AnonymousUser()
    route = direct_route(request, path)
    elsewhere = address_elsewhere(request, path, route.page) if route else ""
    if elsewhere:
        address, mark, query = elsewhere.partition("?")
        return HttpResponseRedirect(markdown_address(address) + mark + query)
    response = serve_page(request, path)
    context = getattr(response, "context_data", None)
    page = (context or {}).get("page")
    if response.status_code != 200 or page is None or not readable(Page.objects.filter(pk=page.pk)).exists():
        raise Http404
    html = response.render().content.decode()
    soup = BeautifulSoup(html, "html.parser")
    canonical = soup.find("link", rel="canonical")
    address = canonical["href"] if canonical else request.build_absolute_uri(page.url)
    main = soup.find("main")
    answer = _text(_head(page, main, soup, address) + to_markdown(str(main), address), "text/markdown")
    limit_age(answer, response.shown_until)
    return answer


@require_safe
def llms_txt(request):
    """The site in a few lines: who publishes it, and its main pages in each language as Markdown."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    with translation.override(site.root_page.locale.language_code):
        council = CouncilSettings.wording_for_reader(site)
    lines = [f"# {escaped(council.name)}"]
    if council.tagline:
        lines += ["", f"> {escaped(council.tagline)}"]
    lines += ["", "Each page is there as Markdown too: its address with `index.md` after it.", ""]
    fronts = readable(Page.objects.filter(translation_key=site.root_page.translation_key)).order_by("pk")
    for front in fronts:
        lines += [f"## {escaped(names().get(language_of(front), front.title))}", ""]
        lines += [_line(page) for page in [front, *readable(front.get_children()).order_by("path")]]
        lines.append("")
    lines += ["## Optional", "", f"- [Sitemap]({request.build_absolute_uri(reverse('sitemap'))})"]
    for front in fronts:
        with translation.override(language_of(front)):
            feed = request.build_absolute_uri(reverse("stories_feed"))
        lines.append(f"- [Atom feed, {escaped(names().get(language_of(front), ''))}]({feed})")
    return _text("\n".join(lines) + "\n", "text/plain")


def markdown_address(url):
    return f"{url}index.md"


def _line(page):
    words = f": {escaped(' '.join(page.search_description.split()))}" if page.search_description else ""
    return f"- [{escaped(page.title)}]({escaped_address(markdown_address(page.full_url or ''))}){words}"


def _head(page, main, soup, address):
    """YAML, whose strings JSON's are."""
    language = main.get("lang") or soup.html["lang"]
    facts = {
        "title": soup.title.get_text(strip=True),
        "url": address,
        "language": language,
        "published": _day(page.first_published_at),
        "updated": _day(page.last_published_at),
    }
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in facts.items() if value]
    return "\n".join(["---", *lines, "---", "", ""])


def _day(moment):
    return timezone.localdate(moment).isoformat() if moment else ""


def _text(text, content_type):
    response = HttpResponse(text, content_type=f"{content_type}; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={SECONDS_KEPT}"
    response["X-Robots-Tag"] = "noindex"
    return response
