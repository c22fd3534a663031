"""The editors' side, part by part."""

from translators.desk import hooks as desk_hooks  # noqa: F401
from translators.desk import no_alias  # noqa: F401
from translators.guards import addresses, api, gaps_page, pages, publication, sync  # noqa: F401
from translators.machine import hooks as machine_hooks  # noqa: F401
from translators.mail import hooks as mail_hooks  # noqa: F401
from translators.overrides import hooks as overrides_hooks  # noqa: F401
from translators.po import hooks as po_hooks  # noqa: F401
from translators.sending import hooks as sending_hooks  # noqa: F401
from translators.status import hooks as status_hooks  # noqa: F401
from translators.texts import hooks as texts_hooks  # noqa: F401
from translators.waiting import hooks as waiting_hooks  # noqa: F401
