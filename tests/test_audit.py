"""What the audit says of the success criteria, and that it looks at every template."""

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / ".ci"))

from audit import addresses, answers, criteria, visits

from council.accessibility.methods import METHODS, described


def result(**checks):
    return {"template": "a.html", "language": "ja", "checks": checks}


def rules(outcome):
    return {"problems": [], "rules": {"image-alt": {"criteria": ["1.1.1"], "outcome": outcome}}}


def test_every_criterion_of_the_two_levels_is_judged():
    judged = criteria.judge([result()])
    assert len(judged) == 38
    assert sum(each["level"] == "A" for each in judged.values()) == 25
    assert {each["result"] for each in judged.values()} == {"unknown"}


@pytest.mark.parametrize(
    ("outcome", "expected"), [("violations", "fail"), ("passes", "unknown"), ("incomplete", "unknown")]
)
def test_axe_finds_faults_and_never_says_that_a_criterion_is_met(outcome, expected):
    found = criteria.judge([result(axe=rules("passes")), result(axe=rules(outcome))])["1.1.1"]
    assert found["result"] == expected
    assert "image-alt" in found["by"][0]


def test_the_page_of_results_has_words_for_every_method():
    problems = {"problems": []}
    found = {"keyboard": problems, "reflow": problems, "markup": problems, "structure": problems}
    by = [
        entry
        for outcome in ("passes", "violations")
        for each in criteria.judge([result(axe=rules(outcome), **found)]).values()
        for entry in each["by"]
    ]
    assert {entry.partition(":")[0] for entry in by} == set(METHODS)
    assert all(text not in by and "%(" not in text for text in map(str, described(by)))


def test_what_a_check_decides_is_met_only_where_it_ran_and_found_nothing():
    assert criteria.judge([result(keyboard={"problems": []})])["2.1.2"]["result"] == "pass"
    stuck = {"problems": ["1280 px: backwards, the focus stays after 3 of 9 stops"]}
    judged = criteria.judge([result(keyboard={"problems": []}), result(keyboard=stuck)])
    assert judged["2.1.2"]["result"] == "fail"
    assert judged["2.4.1"]["result"] == "pass"
    broken_off = {"problems": ["the check broke off: no answer"]}
    assert criteria.judge([result(keyboard=broken_off)])["2.1.2"]["result"] == "unknown"


def test_an_order_against_reading_counts_against_its_criterion_which_is_else_unknown():
    wrong = {"problems": ["360 px: a “two” comes after a “one”, but stands before it"]}
    assert criteria.judge([result(keyboard=wrong)])["2.4.3"]["result"] == "fail"
    assert criteria.judge([result(keyboard={"problems": []})])["2.4.3"]["result"] == "unknown"


def test_links_of_every_page_keep_their_order():
    def page(language, *links):
        found = {"problems": [], "repeated": list(links), "sounding": 0}
        return {"template": "a.html", "language": language, "checks": {"structure": found}}

    same = criteria.judge([page("ja", "/a/", "/b/", "/c/"), page("ja", "/a/", "/c/"), page("en", "/b/", "/a/")])
    assert (same["3.2.3"]["result"], same["1.4.2"]["result"]) == ("pass", "not_applicable")
    assert criteria.judge([page("ja", "/a/", "/b/"), page("ja", "/b/", "/a/")])["3.2.3"]["result"] == "fail"


def test_japanese_is_visited_with_furigana_and_without():
    page = addresses.Address("a.html", "/ja/search/?q=a")
    visited = {visit.rendition: visit.path for visit in visits.visits_of([page], ["ja", "en", "ja-simple"])}
    assert visited == {
        "ja": "/ja/search/?q=a",
        "ja+furigana": "/ja/search/?q=a&furigana=1",
        "en": "/en/search/?q=a",
        "ja-simple": "/ja-simple/search/?q=a",
        "ja-simple-furigana": "/ja-simple/search/?q=a&furigana=0",
    }


def test_templates_of_readers_are_told_from_those_of_the_staff():
    names = addresses.readers_templates()
    assert {"stories/story_page.html", "404.html", "blocks/quote.html", "wagtailcore/login.html"} <= names
    assert not {name for name in names if "admin" in name or name.startswith("translators/")}


def test_what_a_press_leads_to_is_named_by_the_page_it_was_pressed_on():
    untranslated = '<html lang="ko"><main id="main" lang="ja">'
    results = {name: {"url": "/ko/stories/rain/"} for name in ("story", "thanks")} | {"other": {"url": "/ko/"}}
    answers.note_answers(results, {"story": (200, untranslated, True)})
    assert results["story"]["status"] == 200
    assert {name: each["shown"] for name, each in results.items()} == {"story": "ja", "thanks": "ja", "other": None}


# A script such as browser.mjs, which says of each visit by which process it was made.
VISITING = """
import { appendFileSync, readFileSync } from "node:fs";
const [jobs, output] = process.argv.slice(2);
const { visits, broken } = JSON.parse(readFileSync(jobs));
for (const { id } of visits) appendFileSync(output, `${JSON.stringify({ id, process: process.pid })}\n`);
process.exit(broken ? 1 : 0);
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    if not shutil.which("node"):
        pytest.skip("There is no Node.js here to visit pages with.")
    (tmp_path / "visiting.mjs").write_text(VISITING)
    monkeypatch.setattr(visits, "HERE", tmp_path)

    def run(some, jobs=1, **job):
        made = [visits.Visit("a.html", "ja", rendition, "/ja/") for rendition in some]
        return visits.run("visiting.mjs", job, tmp_path, made, lambda visit: {"id": visit.id}, jobs=jobs)

    return run


def test_processes_share_the_visits(run):
    found = run("abcde", jobs=2)
    assert list(found) == [f"a.html [{rendition}]" for rendition in "abcde"]
    assert len({each["process"] for each in found.values()}) == 2


def test_a_run_that_broke_off_goes_on_where_it_was(run, tmp_path):
    with pytest.raises(SystemExit):
        run("ab", broken=True)
    first = run("ab")
    more = run("abc")
    assert len(more) == 3
    assert {name: more[name] for name in first} == first
    visits.forget(tmp_path)
    assert run("a") != first
