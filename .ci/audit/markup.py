"""The Nu checker and html-validate over a folder of pages."""

import json
import re
import subprocess
import tempfile
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[1] / "tools" / "node_modules"
RULES = Path(__file__).with_name("htmlvalidate.mjs")


_LANGUAGE_SHOWN = re.compile(r'<main\b[^>]*\slang="([^"]+)"|<html\b[^>]*\slang="([^"]+)"')


def language_shown(html):
    """The BCP 47 code of the language in which a page's own text is, or ``""``."""
    found = [match[1] or match[2] for match in _LANGUAGE_SHOWN.finditer(html)]
    return found[-1] if found else ""


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
    # Into a file: it ends before a pipe has taken more than 64 KB.
    with tempfile.TemporaryFile() as output:
        command = [TOOLS / ".bin" / "html-validate", "--config", RULES, "--formatter", "json", "--ext", "html", folder]
        subprocess.run(command, stdout=output, check=False)
        output.seek(0)
        pages = json.load(output)
    for page in pages:
        for message in page["messages"]:
            place = f"{message['line']}:{message['column']}"
            problem = f"html-validate: {place} {message['message']} ({message['ruleId']})"
            yield Path(page["filePath"]).name, problem
