"""Audits the sample site: ``python .ci/audit`` (`make audit`), or ``--short`` for what CI asks at each change."""

import argparse
import datetime
import json
import sys
import tempfile
from pathlib import Path

CI = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(CI), str(CI.parent), str(CI.parent / "site")]

from audit import markup, report, sample_site, visits  # noqa: E402
from audit.addresses import WITHOUT_AN_ADDRESS, find_addresses  # noqa: E402
from audit.answers import answer_of, note_answers  # noqa: E402
from audit.criteria import judge  # noqa: E402

# The renditions that Lighthouse sees, of each template.
LIGHTHOUSE = ("ja", "ja+furigana", "en")


def main():
    options = _options()
    address = f"http://127.0.0.1:{options.port}"
    with tempfile.TemporaryDirectory(prefix="audit-") as folder:
        folder = Path(options.site or folder)
        sample_site.set_up(folder, address)
        if not options.resume:
            visits.forget(folder)
        addresses, others = find_addresses(folder)
        with sample_site.served(folder, address):
            results, lighthouse = _look(folder, address, _plan(addresses, others, options), options)
    tested_on = datetime.date.today().isoformat()
    written = {
        "tested_on": tested_on,
        "pages": [
            # A page that is not translated is shown in another language than its address has.
            {
                "template": each["template"],
                "locale": each.get("shown") or each["language"],
                "url": each["url"],
                "how": "chosen",
            }
            for each in results.values()
            # What is not there was tested, too, but cannot be visited.
            if each.get("status", 200) < 400 and each["url"] and set(each["checks"]) - {"markup"}
        ],
        "criteria": judge(results.values()),
        "tools": report.tools(options.browser),
        "checks": {name: each["checks"] for name, each in results.items()},
        "lighthouse": lighthouse,
    }
    output = Path(options.output)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n")
    if options.keep:
        report.keep(written)
    faults = report.show(results, lighthouse)
    print(f"\nwritten to {output}; {faults or 'no'} faults")
    return 1 if faults else 0


def _plan(addresses, others, options):
    """``(seen, urgent, read)``: what the browser visits, the front page with the emergency banner, what only its markup is read of."""
    from django.conf import settings

    languages = [code for code, _name in settings.LANGUAGES]
    everything = [*visits.visits_of([*addresses, *others], languages), *visits.visits_without_address()]
    templates = {each.template for each in addresses} | set(WITHOUT_AN_ADDRESS)
    if options.short:
        templates, languages = set(visits.SHORT_TEMPLATES), visits.SHORT_LANGUAGES
    if options.templates:
        templates = {name for name in templates if options.templates in name}
        everything = [visit for visit in everything if visit.template in templates]
    if options.languages:
        languages = options.languages.split(",")
        everything = [visit for visit in everything if visit.language in languages]
    seen = [visit for visit in everything if visit.template in templates and visit.language in languages]
    urgent = [] if options.templates else visits.unusual_visits(languages)
    return seen, urgent, everything


def _look(folder, address, plan, options):
    """``(results, lighthouse)``: what each check found on each visit, and what Lighthouse gave for some."""
    seen, urgent, everything = plan
    wanted = set(visits.SHORT if options.short else visits.FULL)
    if options.browser == "firefox":
        wanted = set(visits.IN_FIREFOX)
    if options.only:
        wanted = set(options.only.split(","))
    results = _run_browser(folder, address, seen, wanted, options)
    if urgent:
        with sample_site.unusual_council():
            results |= _run_browser(folder, address, urgent, wanted, options)
    answers = {visit.id: answer_of(address, visit) for visit in everything if not visit.press}
    note_answers(results, answers)
    if "markup" in wanted:
        # That of every page, which takes no browser.
        _check_markup(
            folder, answers, {visit.id: results.setdefault(visit.id, _result(visit, {})) for visit in everything}
        )
    lighthouse = _run_lighthouse(folder, address, seen, answers, options) if "lighthouse" in wanted else {}
    return results, lighthouse


def _run_browser(folder, address, some, wanted, options):
    def as_json(visit):
        return {
            "id": visit.id,
            "url": address + visit.path,
            "html": visit.html,
            "press": visit.press,
            "language": visit.language,
            "pictures": visit.rendition == "ja" and not options.short,
            "checks": [check for check in visit.checks if check in wanted],
        }

    found = visits.run(
        "browser.mjs", {"address": address, "browser": options.browser}, folder, some, as_json, jobs=options.jobs
    )
    missed = {"checks": {"browser": {"problems": ["was not visited"]}}}
    return {visit.id: _result(visit, found.get(visit.id, missed)["checks"]) for visit in some}


def _result(visit, checks):
    return {
        "template": visit.template,
        "language": visit.language,
        "rendition": visit.rendition,
        "url": visit.path,
        "checks": checks,
    }


def _check_markup(folder, answers, results):
    pages = folder / "pages"
    pages.mkdir(exist_ok=True)
    for page in pages.iterdir():
        page.unlink()
    names = {}
    for number, (name, (_status, html, _indexed)) in enumerate(answers.items()):
        names[f"{number}.html"] = name
        (pages / f"{number}.html").write_text(html)
    found = markup.check(pages)
    for file, name in names.items():
        results[name]["checks"]["markup"] = {"problems": found.get(file, [])}


def _run_lighthouse(folder, address, all_visits, answers, options):
    def as_json(visit):
        status, _html, indexed = answers.get(visit.id, (200, "", False))
        url = address + visit.path
        return {"id": visit.id, "url": url, "press": visit.press, "indexed": indexed, "status": status}

    some = [visit for visit in all_visits if visit.rendition in LIGHTHOUSE and not visit.html]
    return visits.run("lighthouse.mjs", {"runs": 3}, folder, some, as_json, jobs=options.jobs)


def _options():
    parser = argparse.ArgumentParser(prog="python .ci/audit", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a few templates in two languages, without Lighthouse")
    parser.add_argument("--only", help="these checks alone: axe,keyboard,…,markup,lighthouse")
    parser.add_argument("--templates", help="only those whose name contains this")
    parser.add_argument("--languages", help="only these: ja,en")
    parser.add_argument("--site", help="a folder to keep the sample site in: making it takes minutes")
    parser.add_argument(
        "--browser", choices=("chromium", "firefox"), default="chromium", help="firefox: what it lets one ask"
    )
    parser.add_argument(
        "--jobs", type=int, default=1, help="so many browsers at once; Lighthouse wants a free core each"
    )
    parser.add_argument(
        "--resume", action="store_true", help="with --site, as before: goes on with a run that broke off"
    )
    parser.add_argument("--keep", action="store_true", help="also for the results page of the sample site")
    parser.add_argument("--port", type=int, default=8099)
    parser.add_argument("--output", default="var/audit/results.json")
    options = parser.parse_args()
    if options.resume and not options.site:
        parser.error("--resume goes on in the folder that --site names")
    if options.keep and options.browser != "chromium":
        parser.error("the results page shows what all checks found, and those need chromium")
    return options


if __name__ == "__main__":
    sys.exit(main())
