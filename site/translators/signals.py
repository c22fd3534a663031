"""What has to happen when something is saved."""

from translators import group_signals  # noqa: F401
from translators.guards import pages, publication  # noqa: F401
from translators.mail import signals as mail_signals  # noqa: F401

# The memory first: what a person saves is accepted, and then checked.
from translators.memory import signals as memory_signals  # noqa: F401
from translators.overrides import signals as overrides_signals  # noqa: F401
from translators.sending import expiry  # noqa: F401
from translators.terms import signals as terms_signals  # noqa: F401
from translators.texts import signals as texts_signals  # noqa: F401
