"""Talking to a translation service over HTTP, whatever it answers."""

from itertools import islice

import requests
from django.utils.translation import gettext as _

# DeepL takes no more texts at once; others have no fewer.
BATCH = 50
TIMEOUT = 30


class MachineTranslationFailed(Exception):
    """The service gave no translation. The message is a sentence for whoever asked for one."""


def in_batches(strings):
    """Lists of as many strings as a service takes at once."""
    strings = iter(strings)
    while batch := list(islice(strings, BATCH)):
        yield batch


def ask(name, address, **request):
    """What a service answers, as Python objects.

    Args:
        name: What the service is called, for the message.
        request: Further arguments of `requests.post`.

    Raises:
        MachineTranslationFailed: whatever the reason.
    """
    try:
        response = requests.post(address, timeout=TIMEOUT, **request)
    except requests.Timeout as error:
        raise MachineTranslationFailed(_("%(name)s did not answer in time.") % {"name": name}) from error
    except requests.RequestException as error:
        raise MachineTranslationFailed(_("%(name)s could not be reached.") % {"name": name}) from error
    if not response.ok:
        raise MachineTranslationFailed(_refusal(name, response.status_code))
    try:
        return response.json()
    except ValueError as error:
        raise MachineTranslationFailed(unreadable(name)) from error


def unreadable(name):
    """The sentence for an answer that is not what the service promises."""
    return _("%(name)s gave an answer that cannot be read.") % {"name": name}


def texts_in(name, answers, count):
    """The texts of an answer, if they are as many as were asked for."""
    if not isinstance(answers, list) or len(answers) != count or not all(isinstance(text, str) for text in answers):
        raise MachineTranslationFailed(unreadable(name))
    return answers


def _refusal(name, status):
    names = {"name": name, "status": status}
    if status in {401, 403}:
        return _("%(name)s refused the key in the site's settings.") % names
    if status == 456:
        return _("What %(name)s translates for this site in a month is used up.") % names
    if status == 429:
        return _("%(name)s was asked too often. Please try again in a while.") % names
    if status == 413:
        return _("The page is too long for %(name)s.") % names
    if status >= 500:
        return _("%(name)s is out of order at the moment (%(status)s).") % names
    return _("%(name)s refused the request (%(status)s).") % names
