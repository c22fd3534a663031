"""``python -m search.benchmark quality|timing|memory|noise|all``, from the project's root."""

import argparse
from importlib import import_module
from pathlib import Path

from search.benchmark.corpus import CORPUS, QUERIES

PARTS = ["quality", "timing", "memory", "noise"]


def main():
    parser = argparse.ArgumentParser(prog="python -m search.benchmark", description=__doc__)
    parser.add_argument("part", choices=[*PARTS, "all"])
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder of TOML files with pages")
    parser.add_argument("--queries", type=Path, default=QUERIES, help="TOML file with queries and what answers them")
    parser.add_argument("--details", action="store_true", help="quality: which pages are missing, which are wrong")
    parser.add_argument("--pages", type=int, nargs="*", help="timing: how many, in all five languages together")
    parser.add_argument("--large", action="store_true", help="timing: also with 50,000 pages")
    parser.add_argument("--inputs", type=int, default=50_000, help="noise: how many")
    arguments = parser.parse_args()
    for part in PARTS if arguments.part == "all" else [arguments.part]:
        print(f"\n--- {part}\n")
        import_module(f"search.benchmark.{part}").report(arguments)


if __name__ == "__main__":
    main()
