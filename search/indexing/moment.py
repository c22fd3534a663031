"""What a thread knows of its own changes: whether the index still waits for one, and whether a visitor waits for it."""

import threading

_thread = threading.local()


def something_changed():
    _thread.changed = True


def anything_changed():
    """Whether something has changed since `nothing_changed`; after a rollback it may say so for nothing."""
    return getattr(_thread, "changed", False)


def nothing_changed():
    _thread.changed = False


def something_left(is_left=True):
    """Whether something was left for after the answer."""
    _thread.left = is_left


def anything_left():
    return getattr(_thread, "left", False)


def request_begins(**kwargs):
    _thread.serving = True


def request_ends(**kwargs):
    _thread.serving = False


def somebody_waits():
    """Whether the thread is answering a request: what takes long has to be left for later."""
    return getattr(_thread, "serving", False)
