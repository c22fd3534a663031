"""The search page: parses what was asked, and shows what came back."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.shortcuts import render

from search.forms import SearchForm
from search.query import search_pages

PER_PAGE = 10


def search(request):
    form = SearchForm(request.GET)
    query, error, results = "", "", None
    if form.is_valid():
        query = form.cleaned_data["q"]
        if query:
            results = Paginator(search_pages(query), PER_PAGE).get_page(request.GET.get("page"))
            results.object_list = results.object_list.specific(defer=False)
    else:
        query = request.GET.get("q", "")[:200]
        error = " ".join(form.errors["q"])
    return render(
        request,
        "search/search.html",
        {
            "query": query,
            "error": error,
            "results": results,
            "total": results.paginator.count if results else 0,
            "query_string_without_page": urlencode({"q": query}) if query else "",
        },
        status=400 if error else 200,
    )
