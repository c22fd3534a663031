"""The view "Why is this found?": a page, a question, and what the search makes of the two."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from council.reports.languages import language_choices, language_name
from council.reports.rights import SEEN_WITH_ANY_OF
from council.translation.locales import language_of
from search.question import MOST_CHARACTERS
from search.staff.why import explain


class WhyForm(forms.Form):
    page = forms.ModelChoiceField(Page.objects.filter(depth__gt=1), label=_("Page"), widget=AdminPageChooser)
    q = forms.CharField(
        label=_("What somebody searches for"), max_length=MOST_CHARACTERS, widget=forms.TextInput(attrs={"size": 40})
    )
    language = forms.ChoiceField(label=_("In which language"), choices=language_choices, required=False)


class WhyView(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):
    """Shown to whoever may edit the page: it tells of drafts, too."""

    template_name = "search/admin/why.html"
    page_title = _("Why is this found?")
    header_icon = "help"
    permission_policy = page_permission_policy
    any_permission_required = SEEN_WITH_ANY_OF

    def get(self, request):
        return self.render_to_response(self.get_context_data())

    @cached_property
    def form(self):
        """Empty, or filled in from the address; what is wrong in a half-filled one is said once it was sent."""
        given = {name: value for name, value in self.request.GET.items() if name in WhyForm.base_fields}
        # The chooser asks the database for whatever stands there.
        if "page" in given and not _is_id(given["page"]):
            given["page"] = ""
        if "page" in given and "q" in given:
            return WhyForm(given)
        page = Page.objects.filter(pk=given["page"]).first() if given.get("page") else None
        given.setdefault("language", language_of(page) if page else get_language())
        return WhyForm(initial={**given, "page": page})

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(form=self.form, media=self.form.media, **kwargs)
        if self.form.is_bound and self.form.is_valid():
            page = self.form.cleaned_data["page"]
            if not page.permissions_for_user(self.request.user).can_edit():
                raise PermissionDenied
            language = self.form.cleaned_data["language"] or language_of(page)
            explanation = explain(page, self.form.cleaned_data["q"], language)
            context |= {
                "page": page,
                "explanation": explanation,
                "readers": [language_name(code) for code in explanation.readability.readers],
                "language": language_name(language),
            }
            if explanation.readability.other:
                context |= self._other(explanation.readability.other)
        return context

    def _other(self, page):
        query = self.request.GET.copy()
        query["page"] = page.pk
        return {"other_language": language_name(language_of(page)), "other_url": f"?{query.urlencode()}"}


def _is_id(value):
    return value.isascii() and value.isdecimal() and len(value) < 19
