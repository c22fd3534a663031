"""The editors' API: it publishes as everything else does."""

from wagtail import hooks
from wagtail.admin.api.actions.publish import PublishPageAPIAction
from wagtail.admin.api.views import PagesAdminAPIViewSet

from council.translation.publication import revision_to_publish


class AskedPublishPageAPIAction(PublishPageAPIAction):
    """Wagtail's own goes round ``page.publish()``."""

    def _action_from_data(self, instance, data):
        action = super()._action_from_data(instance, data)
        action.check()
        return type(action)(revision_to_publish(instance, action.revision, action.user), user=action.user)


class AskedPagesAPIViewSet(PagesAdminAPIViewSet):
    actions = PagesAdminAPIViewSet.actions | {"publish": AskedPublishPageAPIAction}


@hooks.register("construct_admin_api")
def answer_for_pages(router):
    router.register_endpoint("pages", AskedPagesAPIViewSet)
