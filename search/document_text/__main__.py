"""The process that reads one file: ``python -m search.document_text <kind> <seconds>``.

The file comes in as standard input, its text goes out as it is read. If it cannot be read, the `Reason` is what
stands on standard error, and the exit code is not 0.
"""

import logging
import sys

from search.document_text.limits import MAX_CHARACTERS, MAX_MEMORY_BYTES
from search.document_text.readers import paragraphs
from search.document_text.unreadable import Reason, UnreadableDocument


def main(kind, seconds):
    _limit(seconds)
    # Libraries tell of every oddity of a file.
    logging.disable()
    left = MAX_CHARACTERS
    try:
        with open(0, "rb", closefd=False) as file:
            for paragraph in paragraphs(file, kind):
                # At once: what has been written is kept if the process is stopped.
                sys.stdout.buffer.write(f"{paragraph[:left]}\n".encode())
                sys.stdout.buffer.flush()
                left -= len(paragraph) + 1
                if left <= 0:
                    return None
    except UnreadableDocument as error:
        return error.reason
    except MemoryError:
        return Reason.TOO_LARGE
    except Exception:
        # A broken file fails in whatever way it is broken.
        return Reason.DAMAGED
    return None


def _limit(seconds):
    try:
        import resource
    except ImportError:
        # Windows has no such limits; there the time is all that ends it.
        return
    for what, limit in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, MAX_MEMORY_BYTES)):
        try:
            resource.setrlimit(what, (limit, limit + 1))
        except (ValueError, OSError):
            # macOS has no limit of addresses.
            continue


if __name__ == "__main__":
    failure = main(sys.argv[1], int(sys.argv[2]))
    if failure:
        sys.stderr.write(failure)
        sys.exit(1)
