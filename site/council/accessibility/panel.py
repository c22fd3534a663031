"""A panel for the editor of the policy: what may be claimed today, and what is missing for more."""

from wagtail.admin.panels import Panel

from council.accessibility.conformance import lacks_by_degree
from council.accessibility.standing import standings


class ConformancePanel(Panel):
    """Nothing to fill in."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "council/admin/conformance_panel.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            return {**context, "degrees": lacks_by_degree(standings())}
