"""Whether anything that can be sent as a query breaks the search, or holds it up for a second."""

import time
from urllib.parse import quote

from search.benchmark.corpus import Page, read_pages
from search.benchmark.databases import kinds, temporary_database
from search.benchmark.generated import texts_of
from search.benchmark.inside import run
from search.benchmark.noise_inputs import inputs

LONGEST_ALLOWED = 1.0
SHOWN = 10
# The whole page, which takes longer than the search and the suggestions together, is asked for one of so many inputs.
PAGE_EVERY = 8


def report(arguments):
    for kind in kinds():
        with temporary_database(kind) as url:
            found = run("noise", url, corpus=str(arguments.corpus), number=arguments.inputs)
        print(
            f"{kind}: {arguments.inputs:,} inputs to the search and its suggestions, one of {PAGE_EVERY} to the whole page: "
            f"{found['broken']} broke it, {found['slow']} took a second or more, the slowest {found['slowest']:.0f} ms"
        )
        for line in found["examples"]:
            print(f"    {line}")


def inside(corpus, number):
    from django.conf import settings

    from search.benchmark.pages import index, settle, shelves, write

    for language, parent in shelves().items():
        pages = (
            read_pages(corpus) if language.startswith("ja") else [Page(*[text] * 3) for text in texts_of(language)[0]]
        )
        index(write(parent, pages))
    settle()
    languages = [code for code, _name in settings.LANGUAGES]
    return asked(inputs(number), languages, PAGE_EVERY)


def asked(texts, languages, page_every=1):
    """Asks each text of the search and of its suggestions, and of the search page, the languages in turn.

    Args:
        texts: what is typed.
        languages: BCP 47 codes.
        page_every: of how many texts one is asked of the whole page too, which takes ten times as long.

    Returns:
        ``{"broken": number, "slow": number, "slowest": milliseconds, "examples": lines}``.
    """
    from django.test import Client

    client = Client(raise_request_exception=False)
    broken = slow = 0
    slowest, examples = 0.0, []
    for number, text in enumerate(texts):
        language = languages[number % len(languages)]
        also_page = number % page_every == 0
        problem, asked_in = _asked_once(client, text, language, also_page)
        if not problem and asked_in >= LONGEST_ALLOWED:
            # A machine that does other things may take long once; what is slow is slow again.
            problem, asked_in = _asked_once(client, text, language, also_page)
        slowest = max(slowest, asked_in)
        broken += bool(problem)
        slow += asked_in >= LONGEST_ALLOWED
        if (problem or asked_in >= LONGEST_ALLOWED) and len(examples) < SHOWN:
            examples.append(f"{language} {text[:60]!a}: {problem or f'{asked_in:.1f} s'}")
    return {"broken": broken, "slow": slow, "slowest": slowest * 1000, "examples": examples}


def _asked_once(client, text, language, also_page):
    """``(problem, seconds)``: what broke, or ``""``, and what took longest."""
    from search.results import find_pages
    from search.suggestions import suggest

    begun = time.perf_counter()
    try:
        find_pages(text, language)
        suggest(text, language)
    except Exception as error:
        # Whatever it is, it is what is looked for.
        return f"{type(error).__name__}: {str(error)[:100]}", 0.0
    asked_in = time.perf_counter() - begun
    if not also_page:
        return "", asked_in
    begun = time.perf_counter()
    status = client.get(f"/{language}/search/?q={quote(text, errors='surrogatepass')}").status_code
    asked_in = max(asked_in, time.perf_counter() - begun)
    return ("" if status in (200, 400) else f"status {status}"), asked_in
