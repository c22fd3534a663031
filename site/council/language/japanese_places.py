"""What stands at a few places of a text, found without a look at each of its signs and words."""

from bisect import bisect_left


def matches(pattern, firsts, text):
    """The same as ``pattern.finditer(text)``, ten times as fast where few of a text's signs can begin a match.

    Python finds the next sign of a set much faster than it tries alternatives that begin by looking back.

    Args:
        pattern: a compiled pattern that never matches nothing.
        firsts: a compiled pattern of one sign: all those that a match can begin with.
    """
    end = 0
    for first in firsts.finditer(text):
        place = first.start()
        if place >= end and (found := pattern.match(text, place)):
            yield found
            end = found.end()


def first_from(start, tokens, place=0):
    """The place in a list of `Token`, not before another place in it, of the first that begins at ``start`` or behind it."""
    # A token is a tuple that begins with its start, and longer than this one.
    return bisect_left(tokens, (start,), place)
