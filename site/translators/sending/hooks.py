"""The addresses. Those of wagtail-localize are answered here first, as this app stands before it in INSTALLED_APPS."""

from django.urls import path
from wagtail import hooks

from translators.sending.several import SendSeveralView
from translators.sending.views import SendPageView, SendSnippetView


@hooks.register("register_admin_urls")
def sending_urls():
    return [
        path("localize/submit/page/<int:page_id>/", SendPageView.as_view()),
        path("localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/", SendSnippetView.as_view()),
        path("translations/send/", SendSeveralView.as_view(), name="translators_send_several"),
    ]
