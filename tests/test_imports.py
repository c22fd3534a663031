"""Imports run one way: council ← plans ← stories ← home, council ← search, and council ← translators ← home."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = {
    "council": ROOT / "site" / "council",
    "translators": ROOT / "site" / "translators",
    "plans": ROOT / "plans",
    "stories": ROOT / "stories",
    "home": ROOT / "home",
    "search": ROOT / "search",
}
MAY_IMPORT = {
    "council": set(),
    "translators": {"council"},
    "plans": {"council"},
    "stories": {"council", "plans"},
    "home": {"council", "translators", "plans", "stories"},
    "search": {"council"},
}
# Settings and addresses name every app, and the search is measured with real pages: they stand outside the rule.
OUTSIDE = [FOLDERS["council"] / "settings", FOLDERS["council"] / "urls.py", FOLDERS["search"] / "benchmark"]


def imported_apps(source, app):
    """The apps that a module imports anywhere in it, also inside functions; its own is left out."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [node.module]
        elif (
            isinstance(node, ast.Call)
            and getattr(node.func, "attr", getattr(node.func, "id", "")) in {"import_module", "__import__"}
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            names = [str(node.args[0].value)]
        found |= {name.partition(".")[0] for name in names}
    return (found & set(FOLDERS)) - {app}


def modules_of(app):
    for path in sorted(FOLDERS[app].rglob("*.py")):
        if not any(path == place or place in path.parents for place in OUTSIDE):
            yield path


@pytest.mark.parametrize("app", FOLDERS)
def test_an_app_imports_only_what_stands_below_it(app):
    wrong = {
        str(path.relative_to(ROOT)): sorted(above)
        for path in modules_of(app)
        if (above := imported_apps(path.read_text("utf-8"), app) - MAY_IMPORT[app])
    }
    assert wrong == {}


@pytest.mark.parametrize("app", FOLDERS)
def test_every_app_is_looked_at(app):
    assert len(list(modules_of(app))) >= 4


def test_nothing_imports_the_tests():
    wrong = [
        str(path.relative_to(ROOT))
        for app in FOLDERS
        for path in FOLDERS[app].rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "tests")
        or (isinstance(node, ast.Import) and any(alias.name.partition(".")[0] == "tests" for alias in node.names))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "source",
    [
        "import stories.story",
        "from stories.story import StoryPage",
        "from stories import story as other",
        "def late():\n    from stories.story import StoryPage",
        "class A:\n    def late(self):\n        import stories",
        "from importlib import import_module\nimport_module('stories.story')",
    ],
)
def test_an_import_is_seen_however_it_is_written(source):
    assert imported_apps(source, "council") == {"stories"}
