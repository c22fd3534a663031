"""Who may do what on the editors' side: writers write, approvers publish, and a workflow stands between them."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from council.models import CouncilSettings, CriterionSignature, Person, Reading, Term, Theme

WRITERS = "執筆者"
APPROVERS = "承認者"
WORKFLOW = "公開の承認"

PAGE_PERMISSIONS = {
    WRITERS: ["add_page", "change_page"],
    APPROVERS: ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"],
}
FILE_PERMISSIONS = ["add", "change", "choose"]
SNIPPETS = [Person, Theme, Term, Reading]
# By name: the app of the search stands above this one. What all readers find, approvers decide.
SEARCH_SNIPPETS = ["synonym", "promotedresult"]


def set_up_groups():
    """Makes both groups and gives each what it needs; what somebody has added to them stays."""
    for name, codenames in PAGE_PERMISSIONS.items():
        group, _created = Group.objects.get_or_create(name=name)
        root = Page.get_first_root_node()
        for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames):
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
        _allow_files(group)
        group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
        actions = ["add", "change", "view"] + (["publish", "delete"] if name == APPROVERS else [])
        for model in SNIPPETS:
            group.permissions.add(*_permissions(model, actions))
        group.permissions.add(*_search_permissions(name))
    approvers = Group.objects.get(name=APPROVERS)
    approvers.permissions.add(*_permissions(CouncilSettings, ["change"]))
    # Whoever signs says it for the council.
    approvers.permissions.add(*_permissions(CriterionSignature, ["add"]))
    return approvers


def _permissions(model, actions):
    codenames = [f"{action}_{model._meta.model_name}" for action in actions]
    return Permission.objects.filter(content_type=ContentType.objects.get_for_model(model), codename__in=codenames)


def _search_permissions(group_name):
    actions = ["view", "add", "change", "delete"] if group_name == APPROVERS else ["view"]
    codenames = [f"{action}_{model}" for action in actions for model in SEARCH_SNIPPETS]
    return Permission.objects.filter(content_type__app_label="search", codename__in=codenames)


def _allow_files(group):
    root = Collection.get_first_root_node()
    for model in (get_image_model(), get_document_model()):
        for permission in _permissions(model, FILE_PERMISSIONS):
            GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def set_up_workflow(approvers):
    """One step: somebody of the approvers looks at it. Stands on the whole tree in place of Wagtail's own."""
    task, _created = GroupApprovalTask.objects.get_or_create(name=WORKFLOW)
    task.groups.add(approvers)
    workflow, _created = Workflow.objects.get_or_create(name=WORKFLOW)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    root = Page.get_first_root_node()
    on_root = WorkflowPage.objects.filter(page=root).select_related("workflow").first()
    # "Moderators approval" is what Wagtail's migration put there; a workflow that the council chose stays.
    if on_root is None or on_root.workflow.name == "Moderators approval":
        WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
