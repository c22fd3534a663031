"""What the site answers at the addresses that are visited."""

from urllib.error import HTTPError
from urllib.request import urlopen

from audit import markup


def answer_of(address, visit):
    """``(status, html, indexed)`` of a visit's address."""
    if visit.html:
        return 200, visit.html, False
    try:
        with urlopen(address + visit.path) as answer:
            status, headers, html = answer.status, answer.headers, answer.read().decode()
    except HTTPError as error:
        status, headers, html = error.code, error.headers, error.read().decode()
    return status, html, "noindex" not in headers.get("X-Robots-Tag", "") and 'content="noindex' not in html


def note_answers(results, answers):
    """Adds to each result its ``status`` and in which language it is ``shown``, from ``answers`` by the visit's id.

    What a press leads to has no address of its own: it is named by the page that it was pressed on, and as that is shown.
    """
    shown_at = {}
    for name, each in results.items():
        if name in answers:
            each["status"], html, _indexed = answers[name]
            each["shown"] = shown_at[each["url"]] = markup.language_shown(html)
    for each in results.values():
        each.setdefault("shown", shown_at.get(each["url"]))
