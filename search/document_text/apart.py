"""Reads a file in a process of its own, which can be stopped."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from search.document_text.limits import MAX_CHARACTERS, MAX_FILE_BYTES, MAX_SECONDS
from search.document_text.readers import READERS
from search.document_text.unreadable import Reason, UnreadableDocument

_ROOT = Path(__file__).resolve().parents[2]


def text_of(file, extension, seconds=MAX_SECONDS):
    """The plain text of a file, a paragraph a line.

    Args:
        file: a binary file, read from where it stands.
        extension: of its name, such as ``pdf``: what kind of file it is taken for.
        seconds: of processor time, after which reading stops.

    Returns:
        At most `MAX_CHARACTERS`; what had been read when time or memory ran out; an empty string if there is no text.

    Raises:
        UnreadableDocument: there is none because the file is protected, broken, absurdly large, or of another kind.
    """
    kind = extension.lower().lstrip(".")
    if kind not in READERS:
        raise UnreadableDocument(Reason.UNKNOWN_KIND)
    with tempfile.TemporaryFile() as copy:
        # Not the file itself: it may be in a storage elsewhere, and the reader has to move about in it.
        shutil.copyfileobj(_Limited(file), copy)
        copy.seek(0)
        written, failure = _run([kind, str(seconds)], copy, seconds)
    text = written.decode(errors="ignore").strip()[:MAX_CHARACTERS]
    if failure and not text:
        raise UnreadableDocument(failure)
    return text


class _Limited:
    """A file that refuses to be read beyond `MAX_FILE_BYTES`."""

    def __init__(self, file):
        self._file, self._left = file, MAX_FILE_BYTES

    def read(self, size):
        data = self._file.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableDocument(Reason.TOO_LARGE)
        return data


def _run(arguments, file, seconds):
    """What the reader wrote, in UTF-8, and the `Reason` for which it stopped, or ``None``."""
    command = [sys.executable, "-W", "ignore", "-m", "search.document_text", *arguments]
    # The folders that manage.py and wsgi.py put on the path of their own process.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    reader = subprocess.Popen(
        command, cwd=_ROOT, env=environment, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        # On a busy machine the processor time comes slowly; then this is the end of it.
        written, complaint = reader.communicate(timeout=2 * seconds)
    except subprocess.TimeoutExpired:
        reader.kill()
        return reader.communicate()[0], Reason.TOO_SLOW
    return written, _failure(reader.returncode, complaint)


def _failure(code, complaint):
    if code == 0:
        return None
    if code == -getattr(signal, "SIGXCPU", 0):
        return Reason.TOO_SLOW
    if code == -getattr(signal, "SIGKILL", 0):
        # By the system, which does so when memory runs out.
        return Reason.TOO_LARGE
    try:
        return Reason(complaint.decode(errors="ignore"))
    except ValueError:
        return Reason.DAMAGED
