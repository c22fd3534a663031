"""The search page, and what is proposed while somebody types."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from council.frame import build_frame
from council.translation.locales import active_locale
from search.address import SearchAddress
from search.forms import MAX_LENGTH, SearchForm
from search.page import results_page, themes
from search.suggestions import suggest

# A page that is withdrawn is proposed no longer than this.
SECONDS_KEPT = 180


@require_safe
def search(request):
    form = SearchForm(request.GET)
    if not form.is_valid():
        # The whole of it would fill the page it is shown on.
        typed = request.GET.get("q", "")[: 2 * MAX_LENGTH]
        context = {"query": typed, "error": " ".join(form.errors["q"])}
        return render(request, "search/search.html", context, status=400)
    address = SearchAddress.of(form.cleaned_data["q"], request.GET)
    if not address.text:
        return render(request, "search/search.html", {"query": "", "themes": themes()})
    found = results_page(address, request.GET.get("page"))
    context = {
        "query": address.text,
        "found": found,
        "query_string": found.address.query_string(),
        "canonical": request.build_absolute_uri(f"{request.path}?{_own_query_string(found)}"),
    }
    return render(request, "search/search.html", context)


def _own_query_string(found):
    """What the address is without anything in it that makes no difference."""
    query, number = found.address.query_string(), found.paginated.number
    return f"{query}&page={number}" if number > 1 else query


@require_safe
def suggestions(request):
    """What begins so: ``{"suggestions": [{"label", "url", "kind", "language"}]}``, the last empty if it is the reader's.

    With ``?format=opensearch`` as browsers want it for their own search field (OpenSearch Suggestions 1.1).
    """
    text = request.GET.get("q", "")[:MAX_LENGTH]
    found = suggest(text, active_locale().language_code) if text.strip() else []
    kinds = {"page": _("Page"), "theme": _("Theme"), "organisation": _("Organisation")}
    if request.GET.get("format") == "opensearch":
        addresses = [request.build_absolute_uri(each.url) for each in found]
        answer = [text, [each.label for each in found], [kinds[each.kind] for each in found], addresses]
        response = JsonResponse(answer, safe=False, content_type="application/x-suggestions+json")
    else:
        keep = request.furigana.keep if getattr(request, "furigana", None) else str
        rows = [{**each._asdict(), "url": keep(each.url), "kind": kinds[each.kind]} for each in found]
        response = JsonResponse({"suggestions": rows})
    patch_cache_control(response, public=True, max_age=SECONDS_KEPT)
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


@require_safe
def description(request):
    """How browsers search this site from their own search field (OpenSearch 1.1), in the reader's language."""
    council = build_frame(request).council
    context = {
        "name": (getattr(council, "short_name", "") or getattr(council, "name", "")) or request.get_host(),
        "search": request.build_absolute_uri(reverse("search")),
        "suggestions": request.build_absolute_uri(reverse("search_suggestions")),
        "own": request.build_absolute_uri(reverse("search_description")),
        "icon": request.build_absolute_uri(static("icons/favicon.svg")),
        "language": translation.get_language(),
    }
    content = render(request, "search/description.xml", context).content
    response = HttpResponse(content, content_type="application/opensearchdescription+xml")
    patch_cache_control(response, public=True, max_age=24 * 3600)
    return response
