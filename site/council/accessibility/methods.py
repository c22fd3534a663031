"""How a criterion was tested by machine, in the reader's language.

An audit writes ``by``: a list of ``"method"`` or ``"method: details"``, such as ``["keyboard", "axe_clean: image-alt"]``.
"""

from django.utils.translation import gettext_lazy as _

METHODS = {
    "axe_clean": _("axe-core found no fault (%(details)s)"),
    "axe_fault": _("axe-core found faults (%(details)s)"),
    "enlarged": _("Letters twice as large, and a window 320 px wide"),
    "focus_changes_nothing": _("By keyboard: to arrive at something does not set it off"),
    "focus_order": _("By keyboard: the order is that of the document and of the screen"),
    "focus_seen": _("By keyboard: at every stop one sees where one is, in light and dark"),
    "keyboard": _("By keyboard alone"),
    "keyboard_both_ways": _("By keyboard, through the whole page and back"),
    "language": _("The page says in which language it is, as its address does"),
    "markup": _("Nu Html Checker and html-validate"),
    "repeated_links": _("The links at the top and the bottom stand in the same order on every page"),
    "silent": _("Nothing on any page makes a sound"),
    "skip_link": _("The link to the content, followed by keyboard"),
    "title": _("Every page has a title"),
}


def described(by):
    """Each method of ``by`` in words. One that is not ours stays as another tool wrote it (``"axe-core 4.14.1"``)."""
    return [_described(entry) for entry in by]


def _described(entry):
    method, _colon, details = entry.partition(": ")
    return METHODS[method] % {"details": details} if method in METHODS else entry
