"""What is visited: each address in each language and rendition, and what is looked at there."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from audit.addresses import WITHOUT_AN_ADDRESS

HERE = Path(__file__).parent
ALL = ("axe", "structure", "keyboard", "forcedColors", "motion", "reflow", "layoutShift")
FULL = (*ALL, "weight", "markup", "lighthouse")
# What needs none of Chromium's own tools.
IN_FIREFOX = ("axe", "structure", "reflow")
STORY = "stories/story_page.html"
# `make audit-short`: the templates that differ most, in two languages.
SHORT_TEMPLATES = (
    "home/home_page.html",
    STORY,
    "plans/goal_page.html",
    "council/organisation_page.html",
    "search/search.html, with results",
    "council/feedback_thanks.html",
)
SHORT = ("axe", "structure", "keyboard", "reflow", "weight", "markup")
SHORT_LANGUAGES = ("ja", "en")


@dataclass(frozen=True)
class Visit:
    """``rendition`` is a language, with ``+furigana`` or ``-furigana`` where it is not shown as usual."""

    template: str
    language: str
    rendition: str
    path: str
    press: str = ""
    html: str = ""
    checks: tuple = ALL

    @property
    def id(self):
        return f"{self.template} [{self.rendition}]"


def visits_of(addresses, languages):
    """`Visit` of each address in each language; what is Japanese with furigana and without."""
    for address in addresses:
        for language in languages:
            path = address.path_in(language)
            more = ("weight",) if address.template == STORY else ()
            plain = Visit(address.template, language, language, path, address.press, checks=(*ALL, *more))
            yield plain
            if language.startswith("ja"):
                sign, value = ("-", 0) if language == "ja-simple" else ("+", 1)
                other = f"{path}{'&' if '?' in path else '?'}furigana={value}"
                rendition = f"{language}{sign}furigana"
                yield Visit(address.template, language, rendition, other, address.press, checks=plain.checks)


def visits_without_address():
    """The answers that are made without a request, each once."""
    from django.template.loader import render_to_string

    for name in WITHOUT_AN_ADDRESS:
        checks = tuple(check for check in ALL if check != "layoutShift")
        yield Visit(name, "ja", "ja", "", html=render_to_string(name), checks=checks)


def unusual_visits(languages):
    """The front page as `sample_site.unusual_council` shows it."""
    return [Visit("home/home_page.html, emergency", language, language, f"/{language}/") for language in languages]


def forget(folder):
    """What an earlier `run` wrote is not taken."""
    for output in folder.glob("*.results"):
        output.unlink()


def run(script, job, folder, visits, as_json, *, jobs=1):
    """Gives a Node script its visits; the lines it wrote, by the visit's id.

    A visit that a run in this folder has made already is not made again: see `forget`.

    Args:
        folder: keeps what was written, a file for each process.
        jobs: so many processes share the visits, each with a browser of its own.
    """
    found = _written(script, folder)
    left = [visit for visit in visits if visit.id not in found]
    # By turns: neighbours are renditions of one page, and cost about the same.
    shares = [share for share in (left[number::jobs] for number in range(jobs)) if share]
    running = [
        _start(script, {**job, "visits": [as_json(visit) for visit in share]}, folder / f"{script}.{number}")
        for number, share in enumerate(shares)
    ]
    if broken := [process.returncode for process in running if process.wait()]:
        raise SystemExit(f"{script} ended with {broken[0]}; with --site, --resume goes on from there.")
    found = _written(script, folder)
    return {visit.id: found[visit.id] for visit in visits if visit.id in found}


def _start(script, job, path):
    jobs, output = Path(f"{path}.json"), Path(f"{path}.results")
    jobs.write_text(json.dumps(job, ensure_ascii=False))
    return subprocess.Popen(["node", HERE / script, jobs, output])


def _written(script, folder):
    texts = (output.read_text() for output in folder.glob(f"{script}.*.results"))
    lines = (json.loads(line) for text in texts for line in text.splitlines())
    return {line.pop("id"): line for line in lines}
