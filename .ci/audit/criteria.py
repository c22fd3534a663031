"""What the checks say of each success criterion of JIS X 8341-3:2016 at A and AA, which are those of WCAG 2.0.

A machine finds faults against many criteria, and can say of few that they are met. Where a person has to judge, the
result stays ``unknown`` (未確認) until staff signs it.
"""

import re
from itertools import pairwise

from council.accessibility.criteria import BY_NUMBER

# What a check decides: the check, which of its problems count (a regular expression), and the method of `METHODS` it is.
DECIDED = {
    "1.4.4": ("reflow", "", "enlarged"),
    "2.1.2": ("keyboard", "backwards|not reached", "keyboard_both_ways"),
    "2.4.1": ("keyboard", "skip link", "skip_link"),
    "2.4.7": ("keyboard", "outline|ring of|off the screen|covered|looks the same", "focus_seen"),
    "3.1.1": ("structure", "lang is", "language"),
    "3.2.1": ("keyboard", "leads away", "focus_changes_nothing"),
    "4.1.1": ("markup", "", "markup"),
}
# Faults that are found against criteria of which nothing else is known.
AGAINST = {
    "2.1.1": ("keyboard", "not reached", "keyboard"),
    "2.4.2": ("structure", "no title", "title"),
    "2.4.3": ("keyboard", "comes after", "focus_order"),
}
_BROKE_OFF = "the check broke off"


def judge(results):
    """The result of each criterion, with its level and what it rests on.

    Args:
        results: of all pages, ``[{"template", "language", "checks": {name: {"problems": [...], …}}}]``.

    Returns:
        ``{"1.1.1": {"level": "A", "result": "pass|fail|not_applicable|unknown", "by": ["method", …]}}``
    """
    ran = {name for each in results for name in each["checks"]}
    problems = [
        (name, text) for each in results for name, found in each["checks"].items() for text in found["problems"]
    ]
    broken_off = {name for name, text in problems if text.startswith(_BROKE_OFF)}
    judged = {}
    for criterion in BY_NUMBER:
        result, by = _of_axe(criterion, results)
        for rules, otherwise in ((DECIDED, "pass"), (AGAINST, result)):
            check, counts, method = rules.get(criterion, ("", "", ""))
            if check in ran - broken_off and result != "fail":
                is_broken = any(name == check and re.search(counts, text) for name, text in problems)
                result, by = ("fail" if is_broken else otherwise), [method, *by]
        judged[criterion] = {"level": BY_NUMBER[criterion].level, "result": result, "by": by}
    if "structure" in ran:
        judged["1.4.2"] |= _of_sound(results)
        judged["3.2.3"] |= _of_repeated_links(results)
    return judged


def _of_axe(criterion, results):
    outcomes = {}
    for each in results:
        for rule, found in each["checks"].get("axe", {}).get("rules", {}).items():
            if criterion in found["criteria"]:
                outcomes.setdefault(found["outcome"], set()).add(rule)
    if broken := outcomes.get("violations"):
        return "fail", [f"axe_fault: {', '.join(sorted(broken))}"]
    looked = set().union(*outcomes.values()) if outcomes else set()
    # No fault found is not yet met: axe sees some of a criterion, never all of it.
    return "unknown", [f"axe_clean: {', '.join(sorted(looked))}"] if looked else []


def _of_sound(results):
    if any(each["checks"]["structure"].get("sounding") for each in results if "structure" in each["checks"]):
        return {}
    return {"result": "not_applicable", "by": ["silent"]}


def _of_repeated_links(results):
    """The links of header and footer in the same order on every page of a language."""
    orders = {}
    for each in results:
        links = list(dict.fromkeys(each["checks"].get("structure", {}).get("repeated", [])))
        orders.setdefault(each["language"], set()).update(pairwise(links))
    turned = any((after, before) in pairs for pairs in orders.values() for before, after in pairs)
    return {"result": "fail" if turned else "pass", "by": ["repeated_links"]}
