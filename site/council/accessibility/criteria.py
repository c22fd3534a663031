"""The success criteria of JIS X 8341-3:2016 at levels A and AA, with short names of our own. Pure: no database."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

STANDARD = "JIS X 8341-3:2016"
LEVEL = "AA"


@dataclass(frozen=True)
class Criterion:
    """One success criterion: its number (``"1.1.1"``, that of WCAG 2.0 too), its level (``"A"`` or ``"AA"``), its name."""

    number: str
    level: str
    name: str

    @property
    def principle(self):
        """The number of the principle it belongs to, ``"1"`` to ``"4"``."""
        return self.number.partition(".")[0]


PRINCIPLES = {
    "1": _("It can be perceived"),
    "2": _("It can be operated"),
    "3": _("It can be understood"),
    "4": _("It works with many devices"),
}

CRITERIA = [
    Criterion("1.1.1", "A", _("Pictures and other things without words have words that say the same")),
    Criterion("1.2.1", "A", _("What is only to be heard, or only to be seen, can be had another way")),
    Criterion("1.2.2", "A", _("Recorded films have captions")),
    Criterion("1.2.3", "A", _("What a recorded film shows is told in words or sound")),
    Criterion("1.2.4", "AA", _("Live broadcasts have captions")),
    Criterion("1.2.5", "AA", _("Recorded films have a spoken description")),
    Criterion("1.3.1", "A", _("Headings, lists and tables are marked as what they are")),
    Criterion("1.3.2", "A", _("It makes sense in the order in which it is read out")),
    Criterion("1.3.3", "A", _("Nothing is explained by shape, place or sound alone")),
    Criterion("1.4.1", "A", _("Nothing is told by colour alone")),
    Criterion("1.4.2", "A", _("Sound that begins by itself can be stopped")),
    Criterion("1.4.3", "AA", _("Text stands out clearly from its ground")),
    Criterion("1.4.4", "AA", _("Text can be made twice as large")),
    Criterion("1.4.5", "AA", _("Text is text, and no picture of it")),
    Criterion("2.1.1", "A", _("Everything can be done with a keyboard")),
    Criterion("2.1.2", "A", _("Nobody is caught in a place with the keyboard")),
    Criterion("2.2.1", "A", _("There is enough time, or it can be made longer")),
    Criterion("2.2.2", "A", _("What moves or changes by itself can be stopped")),
    Criterion("2.3.1", "A", _("Nothing flashes more than three times a second")),
    Criterion("2.4.1", "A", _("What is the same on every page can be skipped")),
    Criterion("2.4.2", "A", _("Pages have titles that say what they are")),
    Criterion("2.4.3", "A", _("The keyboard goes through the page in an order that makes sense")),
    Criterion("2.4.4", "A", _("It is clear where a link leads")),
    Criterion("2.4.5", "AA", _("There is more than one way to find a page")),
    Criterion("2.4.6", "AA", _("Headings and labels say what they are about")),
    Criterion("2.4.7", "AA", _("One can see where the keyboard is")),
    Criterion("3.1.1", "A", _("The page says which language it is in")),
    Criterion("3.1.2", "AA", _("Parts in another language say which one")),
    Criterion("3.2.1", "A", _("Nothing happens just because something is reached")),
    Criterion("3.2.2", "A", _("Nothing unexpected happens when something is filled in")),
    Criterion("3.2.3", "AA", _("Menus have the same order everywhere")),
    Criterion("3.2.4", "AA", _("The same thing has the same name everywhere")),
    Criterion("3.3.1", "A", _("Mistakes in a form are named in words")),
    Criterion("3.3.2", "A", _("It is said what is to be filled in")),
    Criterion("3.3.3", "AA", _("It is said how a mistake can be mended")),
    Criterion("3.3.4", "AA", _("What binds by law, costs money or changes data can be checked and undone")),
    Criterion("4.1.1", "A", _("The page's code has no mistakes that devices stumble over")),
    Criterion("4.1.2", "A", _("Programs can tell what each control is, and in which state")),
]
NUMBERS = [criterion.number for criterion in CRITERIA]
BY_NUMBER = {criterion.number: criterion for criterion in CRITERIA}
