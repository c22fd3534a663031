"""Runs a part of the measurement in a process of its own.

Which tables and which search Wagtail uses depends on the database that a process begins with.
"""

import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(part, url, stock=False, **arguments):
    """What ``inside(**arguments)`` of a module of this package returns, in a process with a migrated database.

    Args:
        part: the module's name.
        url: ``DATABASE_URL``.
        stock: whether to use Wagtail's own search instead of ours.

    Raises:
        subprocess.CalledProcessError: it failed; why stands on stderr.
    """
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "search.benchmark.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")]),
        "BENCH_STOCK": str(int(stock)),
    }
    command = [sys.executable, "-m", "search.benchmark.inside", part, json.dumps(arguments)]
    done = subprocess.run(command, env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def main(part, arguments):
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    print(json.dumps(import_module(f"search.benchmark.{part}").inside(**json.loads(arguments))))


if __name__ == "__main__":
    main(*sys.argv[1:])
