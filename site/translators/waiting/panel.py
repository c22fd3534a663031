"""The list on the front page of the editors' side."""

from wagtail.admin.ui.components import Component

from translators.waiting.tasks import tasks_of

SHOWN = 10


class WaitingPanel(Component):
    """The oldest of what waits for a translator; nothing for who works for no language."""

    name = "translators_waiting"
    template_name = "translators/waiting_panel.html"
    # Before Wagtail's own lists: this is what a translator comes for.
    order = 100

    class Media:
        css = {"all": ["css/translators-desk.waiting.css"]}

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        tasks = tasks_of(self.user)
        return {"tasks": tasks[:SHOWN], "number": len(tasks)}
