"""The editors' API: it publishes as everything else does."""

from django.db.models import Q
from wagtail import hooks
from wagtail.admin.api.actions.publish import PublishPageAPIAction
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.models import Page

from council.translation.publication import revision_to_publish
from council.translation.versions import readable
from translators.roles import roles_of


class AskedPublishPageAPIAction(PublishPageAPIAction):
    """Wagtail's own goes round ``page.publish()``."""

    def _action_from_data(self, instance, data):
        action = super()._action_from_data(instance, data)
        action.check()
        return type(action)(revision_to_publish(instance, action.revision, action.user), user=action.user)


class AskedPagesAPIViewSet(PagesAdminAPIViewSet):
    """Publishes as everything else does; and lets translators read what their pages link to."""

    actions = PagesAdminAPIViewSet.actions | {"publish": AskedPublishPageAPIAction}

    def get_base_queryset(self):
        """Beside the pages that somebody may work on, those that every reader may open.

        wagtail-localize's editor asks for each page that a text links to, in the source's tree, and stands still
        where it gets no answer.
        """
        own = super().get_base_queryset()
        if self.action != "detail_view" or not roles_of(self.request.user):
            return own
        return Page.objects.filter(Q(pk__in=own.values("pk")) | Q(pk__in=readable(Page.objects.all()).values("pk")))


@hooks.register("construct_admin_api")
def answer_for_pages(router):
    router.register_endpoint("pages", AskedPagesAPIViewSet)
