"""Where the staff see how the site stands with each criterion, and sign what they have looked at themselves."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail import hooks
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateInput

from council.accessibility.conformance import lacks_by_degree
from council.accessibility.criteria import BY_NUMBER, NUMBERS, PRINCIPLES
from council.accessibility.methods import described
from council.accessibility.models import AccessibilityTest, CriterionSignature
from council.accessibility.standing import standings
from council.reports.rights import ReportMenuItem, may_see

SIGN = "council.add_criterionsignature"
TITLE = gettext_lazy("Accessibility")


class CriteriaView(WagtailAdminTemplateMixin, TemplateView):
    """All criteria, and what may be claimed today."""

    page_title = TITLE
    header_icon = "list-ul"
    template_name = "council/admin/accessibility_criteria.html"

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": TITLE}]

    def get(self, request):
        if not may_see(request.user):
            raise PermissionDenied
        return super().get(request)

    def get_context_data(self, **kwargs):
        today = standings()
        return {
            **super().get_context_data(**kwargs),
            "standings": today,
            "principles": [
                (name, [each for each in today.each if each.criterion.principle == number])
                for number, name in PRINCIPLES.items()
            ],
            "degrees": lacks_by_degree(today),
            "may_sign": self.request.user.has_perm(SIGN),
        }


class SignatureForm(forms.ModelForm):
    """What somebody found; a machine's fault has to be mended, it cannot be signed away."""

    class Meta:
        model = CriterionSignature
        fields = ["verdict", "name", "date", "note"]
        widgets = {"verdict": forms.RadioSelect, "date": AdminDateInput, "note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, machine_failed=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.machine_failed = machine_failed
        self.fields["verdict"].choices = CriterionSignature.Verdict.choices

    def clean_date(self):
        date = self.cleaned_data["date"]
        if date > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."), code="future")
        return date

    def clean(self):
        cleaned = super().clean()
        failed = cleaned.get("verdict") == CriterionSignature.Verdict.FAIL
        if cleaned.get("verdict") and not failed and self.machine_failed:
            self.add_error(
                "verdict", _("The newest test found faults here. When they are mended, test again, then sign.")
            )
        if failed and not cleaned.get("note"):
            self.add_error("note", _("Say what is not as it should be, so that readers know."))
        return cleaned


class SignView(WagtailAdminTemplateMixin, FormView):
    """One criterion: how it stands, what was found before, and the form."""

    page_title = gettext_lazy("Sign a criterion")
    header_icon = "edit"
    template_name = "council/admin/accessibility_sign.html"
    form_class = SignatureForm

    def dispatch(self, request, *args, number, **kwargs):
        if not request.user.has_perm(SIGN):
            raise PermissionDenied
        if number not in BY_NUMBER:
            raise Http404
        self.criterion = BY_NUMBER[number]
        self.standings = standings()
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return self.criterion.number

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("council_accessibility"), "label": TITLE},
            {"url": "", "label": self.get_page_title(), "sublabel": self.criterion.number},
        ]

    def get_initial(self):
        return {"name": self.request.user.get_full_name(), "date": timezone.localdate()}

    def get_form_kwargs(self):
        test = self.standings.test
        failed = bool(test) and test.result_of(self.criterion.number) == "fail"
        return {**super().get_form_kwargs(), "machine_failed": failed}

    def form_valid(self, form):
        signature = form.save(commit=False)
        signature.criterion, signature.signed_by = self.criterion.number, self.request.user
        signature.save()
        messages.success(self.request, _("Signed: %(criterion)s.") % {"criterion": self.criterion.number})
        if "next" in self.request.POST:
            following = self._next_unsigned()
            if following:
                return redirect("council_accessibility_sign", following)
        return redirect("council_accessibility")

    def _next_unsigned(self):
        """The next criterion that nobody has signed, going on from this one and round to the first."""
        here = NUMBERS.index(self.criterion.number)
        unsigned = {each.criterion.number for each in standings().unconfirmed}
        return next((number for number in NUMBERS[here + 1 :] + NUMBERS[:here] if number in unsigned), None)

    def get_context_data(self, **kwargs):
        number = self.criterion.number
        return {
            **super().get_context_data(**kwargs),
            "criterion": self.criterion,
            "standing": self.standings.of(number),
            "signatures": CriterionSignature.objects.filter(criterion=number).select_related("reopened_by"),
            "tests": [_found(test, number) for test in AccessibilityTest.objects.all()[:20]],
        }


def _found(test, number):
    row = test.criteria.get(number, {})
    return test, row, described(row.get("by", []))


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("reports/accessibility/", CriteriaView.as_view(), name="council_accessibility"),
        path("reports/accessibility/<str:number>/", SignView.as_view(), name="council_accessibility_sign"),
    ]


@hooks.register("register_reports_menu_item")
def accessibility_report():
    return ReportMenuItem(TITLE, reverse("council_accessibility"), name="accessibility", icon_name="list-ul", order=130)
