"""What holds for the pages right below a plan."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from plans.plan import MAP, PlanPage


class BelowPlanForm(WagtailAdminPageForm):
    """The editors' form of pages that can stand right below a plan: they do not take its map's address."""

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("slug") == MAP and self.parent_page.specific_class is PlanPage:
            self.add_error("slug", _("The map of the plan stands at this address. Choose another."))
        return cleaned
