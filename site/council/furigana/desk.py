"""Where staff sees how a page is read, and corrects it for this page alone."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from council.furigana.dictionary import dictionary
from council.furigana.kept import readings_of
from council.furigana.markup import ruby_html
from council.furigana.page_readings import PageReading
from council.furigana.texts import texts_of
from council.translation.locales import language_of

EMPTY_ROWS = 3


class PageReadingForm(forms.ModelForm):
    """One word of the page; a word that is not there would be a mistake that nobody notices."""

    page_texts = ()

    class Meta:
        model = PageReading
        fields = ["word", "reading"]

    def clean_word(self):
        word = self.cleaned_data["word"].strip()
        if not any(word in text for text in self.page_texts):
            raise forms.ValidationError(_("The page does not have this word."), code="absent")
        return word


def page_readings(request, page_id):
    """The form, and the page's texts as they are read now."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit() or language_of(page).partition("-")[0] != "ja":
        raise PermissionDenied
    # As it is in the editor: what has been written just now is to be corrected before it is published.
    texts = list(dict.fromkeys([*texts_of(page.get_latest_revision_as_object()), *texts_of(page)]))
    form = type("PageReadingForm", (PageReadingForm,), {"page_texts": texts})
    make = forms.inlineformset_factory(Page, PageReading, form=form, extra=EMPTY_ROWS)
    rows = make(request.POST or None, instance=Page(pk=page_id), prefix="readings")
    if request.method == "POST" and rows.is_valid():
        rows.save()
        messages.success(request, _("The readings have been saved."))
        return redirect("council_page_readings", page_id)
    read = readings_of(texts, dictionary(page_id), keep=False)
    shown = [mark_safe(ruby_html(text, read[text])) for text in texts]
    context = {"page": page, "rows": rows, "texts": shown, "media": rows.media}
    return TemplateResponse(request, "council/page_readings.html", context)


@hooks.register("register_admin_urls")
def answer_for_page_readings():
    return [path("furigana/<int:page_id>/", page_readings, name="council_page_readings")]


@hooks.register("register_page_header_buttons")
def link_to_page_readings(page, user, view_name=None, next_url=None):
    if page.pk and language_of(page).partition("-")[0] == "ja" and page.permissions_for_user(user).can_edit():
        yield Button(
            gettext_lazy("Readings on this page"),
            reverse("council_page_readings", args=[page.pk]),
            icon_name="openquote",
            priority=70,
        )
