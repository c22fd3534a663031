"""Which calls a page shows: its own, and of the kinds it has none of those of what it belongs to."""

from dataclasses import dataclass

from council.blocks.binding import bind_streams
from council.where_to_turn.calls import TakePartBlock, TakePartValue

_KINDS = [kind for kind, _label in TakePartBlock.KINDS]


@dataclass(frozen=True)
class Call:
    """One call that a page shows.

    Attributes:
        value: a `council.where_to_turn.calls.TakePartValue` that is not over.
        source: the page it stands on, in the reader's version; ``None`` for the page's own.
    """

    value: TakePartValue
    source: object = None


def open_calls(*streams):
    """The calls in these streams whose last day has not passed, in the order in which they stand."""
    values = [block.value for stream in streams for block in stream or []]
    return [value for value in values if isinstance(value, TakePartValue) and not value.is_over]


def calls_shown(own, taken=(), sources=None):
    """The `Call` list of a page: how to visit, volunteer, give, learn, and where to get help.

    Args:
        own: values of the page's own open calls that stand in its list.
        taken: values of those that stand in its text already, and are not repeated.
        sources: a function that gives the `Call` list to take missing kinds from: see `nearest_calls`. It is not called
            where every kind is there.

    Returns:
        The own ones in the order that the editor has given them, but those of one kind together; then those that are
        taken over.
    """
    calls = [Call(value) for value in own]
    missing = set(_KINDS) - {value.get("kind") for value in [*own, *taken]}
    if missing and sources:
        calls += [call for call in sources() if call.value.get("kind") in missing]
    kinds = list(dict.fromkeys(call.value.get("kind") for call in calls))
    return sorted(calls, key=lambda call: kinds.index(call.value.get("kind")))


def nearest_calls(*groups):
    """Of each kind the call of the nearest page that has an open one; one query, where they refer to pages.

    Args:
        groups: lists of pages with a stream ``where_to_turn``, each in the reader's version, the nearest first.

    Returns:
        `Call` list, by kind in the order of `TakePartBlock.KINDS`.
    """
    # Whether a stream has anything is known without reading what it refers to.
    pages = [page for group in groups for page in group if len(page.where_to_turn or [])]
    nearest = {}
    for page, stream in zip(pages, bind_streams([page.where_to_turn for page in pages]), strict=True):
        for value in open_calls(stream):
            nearest.setdefault(value.get("kind"), Call(value, page))
    return [nearest[kind] for kind in _KINDS if kind in nearest]
