"""The sample's texts, as they stand in ``home/sample/content/``. Pure: no Django."""

import tomllib
from decimal import Decimal
from pathlib import Path

FOLDER = Path(__file__).parent
CONTENT = FOLDER / "content"
PICTURES = FOLDER / "pictures"
DOCUMENTS = FOLDER / "documents"


def read(name):
    """One file's content; ``name`` without ``.toml``, such as ``"themes"``."""
    return parse(CONTENT / f"{name}.toml")


def read_folder(name):
    """Every file of a folder, in the order of their names."""
    return [parse(path) for path in sorted((CONTENT / name).glob("*.toml"))]


def parse(path):
    """A TOML file's content."""
    # Decimal keeps a coordinate's digits as they are written.
    return tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
