"""Renders every template from the sample and gives the pages to the Nu checker, which has to find no error.

The checker is given files: a fresh database in a temporary folder serves them through Django's test client.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHECKER = ROOT / ".ci/tools/node_modules/vnu-jar/build/dist/vnu.jar"


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        set_up_django(folder)
        pages = folder / "pages"
        pages.mkdir()
        for name, html in render():
            (pages / f"{name}.html").write_bytes(html)
        count = len(list(pages.iterdir()))
        print(f"{count} pages rendered")
        checked = subprocess.run(
            ["java", "-jar", CHECKER, "--format", "text", "--errors-only", "--skip-non-html", pages], check=False
        )
    print("no errors" if checked.returncode == 0 else "the Nu checker found errors")
    return checked.returncode


def set_up_django(folder):
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ["DJANGO_SETTINGS_MODULE"] = "council.settings.test"
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'html.sqlite3'}"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("compile_messages")
    call_command("migrate", verbosity=0)
    call_command("load_sample", verbosity=0)


def render():
    """``(name, html)`` of each page of the sample in each language, and of the answers that are not pages."""
    from django.conf import settings
    from django.template.loader import render_to_string
    from django.test import Client
    from wagtail.models import Page

    client = Client(raise_request_exception=True)
    paths = [page.url for page in Page.objects.live().filter(depth__gt=1, locale__language_code="ja")]
    paths += [
        "/ja/themes/ibasho/",
        "/ja/plan/tsumugi-plan/map/",
        "/ja/stories/?theme=ibasho",
        "/ja/stories/?page=2",
        "/ja/nowhere/",
    ]
    paths += [
        "/ja/search/",
        "/ja/search/?q=%E5%B1%85%E5%A0%B4%E6%89%80",
        "/ja/search/?q=zzzz",
        f"/ja/search/?q={'z' * 300}",
    ]
    for language, _name in settings.LANGUAGES:
        for path in paths:
            path = path.replace("/ja/", f"/{language}/", 1)
            name = "".join(sign if sign.isalnum() else "-" for sign in path).strip("-")[:120]
            yield name, client.get(path).content
    for name in ("400", "500"):
        yield name, render_to_string(f"{name}.html").encode()


if __name__ == "__main__":
    sys.exit(main())
