"""The Nu checker and html-validate over a folder of pages."""

import json
import subprocess
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[1] / "tools" / "node_modules"
RULES = Path(__file__).with_name("htmlvalidate.json")


def check(folder):
    """What the two say of the ``*.html`` in a folder: ``{"name.html": ["checker: line:column message"]}``."""
    found = {}
    for name, problem in [*_nu_checker(folder), *_html_validate(folder)]:
        found.setdefault(name, []).append(problem)
    return found


def _nu_checker(folder):
    checker = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    run = subprocess.run(
        ["java", "-jar", checker, "--format", "json", "--errors-only", "--skip-non-html", folder],
        capture_output=True,
        check=False,
    )
    for message in json.loads(run.stderr)["messages"]:
        place = f"{message.get('lastLine', '')}:{message.get('lastColumn', '')}"
        yield Path(message.get("url", "")).name, f"Nu checker: {place} {message['message']}"


def _html_validate(folder):
    # A page at a time would start Node as often; all names at once are longer than a command may be.
    run = subprocess.run(
        [TOOLS / ".bin" / "html-validate", "--config", RULES, "--formatter", "json", "--ext", "html", folder],
        capture_output=True,
        check=False,
    )
    for page in json.loads(run.stdout):
        for message in page["messages"]:
            place = f"{message['line']}:{message['column']}"
            problem = f"html-validate: {place} {message['message']} ({message['ruleId']})"
            yield Path(page["filePath"]).name, problem
