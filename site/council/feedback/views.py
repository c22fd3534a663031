"""Takes an answer. Without a cookie, so that caches keep every page: a form's token would need one."""

from django.http import Http404, HttpResponseForbidden, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from wagtail.models import Page

from council.feedback.models import LONGEST_REMARK
from council.feedback.record import note_answer, note_remark
from council.translation.links import reader_url
from council.translation.versions import for_reader, readable

ANSWERS = {"yes": True, "no": False}


@csrf_exempt
def answer(request, page_id):
    """Counts ``answer=yes`` or ``no``, keeps ``remark``, and says thanks; sends whoever only follows the address to the page."""
    page = readable(Page.objects.filter(pk=page_id)).first()
    if page is None:
        raise Http404
    page = for_reader(Page.objects.filter(translation_key=page.translation_key)).first() or page
    if request.method != "POST":
        return HttpResponseRedirect(reader_url(page))
    if not is_from_here(request):
        return HttpResponseForbidden(_("This answer did not come from our page, so it was not counted."))
    language = translation.get_language()
    # What people do not see, machines fill in.
    if not request.POST.get("address"):
        if "remark" in request.POST:
            note_remark(page, language, request.POST["remark"])
        elif request.POST.get("answer") in ANSWERS:
            note_answer(page, language, ANSWERS[request.POST["answer"]])
    response = render(
        request,
        "council/feedback_thanks.html",
        {
            "asked_page": page,
            "ask_what_was_missing": request.POST.get("answer") == "no",
            "longest_remark": LONGEST_REMARK,
        },
    )
    response["X-Robots-Tag"] = "noindex"
    add_never_cache_headers(response)
    return response


def is_from_here(request):
    """Whether a form was sent from a page of this site, as far as the browser says: every one of the last years does."""
    origin = request.headers.get("Origin")
    if origin:
        return origin.partition("://")[2] == request.get_host()
    return request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
