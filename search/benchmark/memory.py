"""What Sudachi's dictionary adds to the memory of each of four forked workers.

Its file is mapped, so the workers share it; the proportional set size (PSS) counts what is shared by its part.
"""

import os
import sys

from search.benchmark.corpus import read_pages
from search.benchmark.inside import ROOT

WORKERS = 4


def report(arguments):
    if not os.path.exists("/proc/self/smaps_rollup"):
        print("Not measured: this system has no /proc/…/smaps_rollup.")
        return
    sys.path.insert(0, str(ROOT / "site"))
    pages = read_pages(arguments.corpus)
    without, with_dictionary = _workers(pages, analysed=False), _workers(pages, analysed=True)
    for number, (before, after) in enumerate(zip(without, with_dictionary, strict=True), 1):
        print(f"worker {number}: {before:.1f} MB, with the dictionary {after:.1f} MB: {after - before:+.1f} MB")


def _workers(pages, analysed):
    """The PSS in MB of each worker, while all of them are alive."""
    ready, begin, workers = os.pipe(), os.pipe(), []
    for _number in range(WORKERS):
        pid = os.fork()
        if pid == 0:
            _work(pages, analysed, ready[1], begin)
        workers.append(pid)
    for _pid in workers:
        os.read(ready[0], 1)
    sizes = [_pss(pid) for pid in workers]
    # Closing it lets every worker go on, and end.
    os.close(begin[1])
    for pid in workers:
        os.waitpid(pid, 0)
    for end in (*ready, begin[0]):
        os.close(end)
    return sizes


def _work(pages, analysed, ready, begin):
    """In a worker: reads the corpus, says so, waits until it has been measured, and ends without the parent's clean-up."""
    try:
        from council.language.normalise import normalise

        if analysed:
            from council.language import analyse
        for page in pages:
            for text in (page.title, page.text):
                if analysed:
                    analyse(text, "ja")
                else:
                    normalise(text)
        os.close(begin[1])
        os.write(ready, b".")
        os.read(begin[0], 1)
    finally:
        os._exit(0)


def _pss(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Pss:")) / 1024
