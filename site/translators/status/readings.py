"""How often each page is read, if an app knows.

An app that counts readers connects to `readings_wanted` and answers ``{translation key: number}`` for those of the
``keys`` it knows; where nobody answers, nothing is sorted by readings.
"""

from django.dispatch import Signal

# Arguments: keys, a set of translation keys. The answer is a dictionary, or None.
readings_wanted = Signal()


def readings_of(keys):
    """``{translation key: number of readings}``, or None where nobody counts."""
    answers = [answer for _receiver, answer in readings_wanted.send(sender=None, keys=keys) if answer is not None]
    if not answers:
        return None
    return {key: number for answer in answers for key, number in answer.items()}
