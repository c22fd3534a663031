"""The sample's themes, terms, readings, people and the council's own texts."""

from wagtail.models import Locale

from council.models import CouncilSettings, CouncilWording, OrganisationPage, Person, Reading, Term, Theme
from home.sample.content_files import read
from home.sample.keys import sample_key


def load_themes(shelf):
    for row in read("themes")["theme"]:
        shelf.snippet(Theme, "theme", row["slug"], row)


def load_terms(shelf):
    for row in read("terms")["term"]:
        fields = {name: value for name, value in row.items() if name != "id"}
        for name in ("also_written", "avoid"):
            fields[name] = "\n".join(row.get(name, []))
        shelf.snippet(Term, "term", row["id"], fields)


def load_readings(shelf):
    for row in read("readings")["reading"]:
        _reading, made = Reading.objects.get_or_create(word=row["word"], defaults=row)
        shelf.count(Reading, made)


def load_people(shelf):
    for row in read("people")["person"]:
        fields = {name: value for name, value in row.items() if name != "id"}
        organisation = sample_key("organisation", fields.pop("organisation"))
        fields["organisation"] = OrganisationPage.objects.filter(translation_key=organisation).first()
        fields["portrait"] = shelf.picture(fields.pop("portrait", ""))
        shelf.snippet(Person, "person", row["id"], fields)


def load_settings(shelf, site):
    """The council's name and contact, unless somebody has written their own."""
    settings = CouncilSettings.for_site(site)
    if settings.wordings.exists():
        return
    row = read("plan")["settings"]
    settings.phone, settings.fax, settings.email = row["phone"], row["fax"], row["email"]
    settings.languages = row["languages"]
    settings.logo = shelf.picture("logo")
    settings.save()
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    for order, (code, texts) in enumerate(row["wordings"].items()):
        if code in locales:
            CouncilWording.objects.create(settings=settings, locale=locales[code], sort_order=order, **texts)
            shelf.count(CouncilWording, True)
