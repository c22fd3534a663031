"""The table that `make audit` prints, and what it was made with."""

import json
import os
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

from audit.sample_site import MADE_FOR_THE_AUDIT

NODE_MODULES = Path(__file__).resolve().parents[1] / "tools" / "node_modules"
KEPT = Path(__file__).resolve().parents[2] / "home" / "sample" / "audit.json"
# As Debian calls them.
BROWSERS = {"chromium": "chromium", "firefox": "firefox-esr"}
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}


def tools(browser):
    """The version of each tool, and of the browser (``chromium`` or ``firefox``)."""
    names = ("axe-core", "lighthouse", "html-validate", "vnu-jar")
    versions = {name: json.loads((NODE_MODULES / name / "package.json").read_text())["version"] for name in names}
    command = os.environ.get(browser.upper()) or shutil.which(BROWSERS[browser])
    said = subprocess.run([command, "--version"], capture_output=True, text=True, check=True).stdout
    return {browser: re.search(r"\d+(\.\w+)+", said)[0], **versions}


def keep(written):
    """What the sample site shows of an audit of itself: see `home.sample.audit`."""
    shown = {name: written[name] for name in ("tested_on", "tools", "criteria", "pages")}
    shown["pages"] = [page for page in written["pages"] if not any(slug in page["url"] for slug in MADE_FOR_THE_AUDIT)]
    KEPT.write_text(json.dumps(shown, ensure_ascii=False, indent=1) + "\n")


def show(results, lighthouse):
    """Prints faults by template and check, then the figures; the number of faults."""
    checks = list(dict.fromkeys(check for each in results.values() for check in each["checks"]))
    faults = 0
    print(f"\n{'template':<42}{'pages':>6}" + "".join(f"{check:>14}" for check in checks))
    for template in dict.fromkeys(_template(each) for each in results.values()):
        own = [each for each in results.values() if _template(each) == template]
        counts = Counter()
        for each in own:
            counts.update({check: len(found["problems"]) for check, found in each["checks"].items()})
        faults += counts.total()
        ran = {check for each in own for check in each["checks"]}
        cells = "".join(f"{counts[check] if check in ran else '–':>14}" for check in checks)
        print(f"{template:<42}{len(own):>6}{cells}")
    _show_faults(results)
    _show_weights(results)
    return faults + _show_lighthouse(lighthouse)


def _template(result):
    return result["template"].partition(" at ")[0]


def _show_faults(results):
    """Each fault once, with the pages it stands on counted."""
    places = {}
    for name, each in results.items():
        for check, found in each["checks"].items():
            for problem in found["problems"]:
                places.setdefault((check, problem), []).append(name)
    for (check, problem), names in sorted(places.items(), key=lambda item: -len(item[1])):
        print(f"{check}: {problem}\n    on {names[0]}" + (f" and {len(names) - 1} more" if len(names) > 1 else ""))


def _show_weights(results):
    for name, each in results.items():
        if weight := each["checks"].get("weight"):
            print(
                f"{name}: {weight.get('bytes', 0) / 1024:.1f} KB in {weight.get('requests')} requests without pictures, "
                f"{weight.get('script', 0) / 1024:.1f} KB of script"
            )


def _show_lighthouse(lighthouse):
    faults = 0
    if lighthouse:
        print(f"\n{'Lighthouse, mobile, median of 3':<58}" + "".join(f"{name:>16}" for name in LEAST))
    for name, each in lighthouse.items():
        scores = each["scores"]
        print(f"{name:<58}" + "".join(f"{scores.get(category, '–'):>16}" for category in LEAST))
        for problem in each["failed"]:
            print(f"    {problem}")
        faults += sum(scores.get(category, 0) < least for category, least in LEAST.items())
    return faults
