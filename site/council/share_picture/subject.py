"""What a picture is drawn of, and the address that changes when any of it does."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.crypto import salted_hmac

from council.share_picture.draw import EDITION
from council.share_picture.fonts import font_path
from council.translation.locales import language_of

_DIGITS = 16


@dataclass(frozen=True)
class Subject:
    """A page or theme as its picture shows it."""

    kind: str
    pk: int
    title: str
    language: str
    council_name: str
    council_language: str
    picture: object = None

    @property
    def digest(self):
        """Changes with everything that is drawn. Not to be guessed: it is made with the site's key."""
        return self._secret("address")

    @property
    def stored_as(self):
        """The file's name, which its address does not tell."""
        return self._secret("file")

    def _secret(self, purpose):
        picture = getattr(self.picture, "file", None)
        drawn = [EDITION, self.kind, self.pk, self.title, self.language, self.council_name, self.council_language]
        drawn += [font_path(), picture.name if picture else ""]
        return salted_hmac(f"council.share_picture.{purpose}", repr(drawn), algorithm="sha256").hexdigest()[:_DIGITS]

    @property
    def url(self):
        """Without the host, in the active language."""
        return reverse("share_picture", args=[self.kind, self.pk, self.digest])

    @property
    def alt(self):
        """What the picture says, for those who cannot see it."""
        return f"{self.title} | {self.council_name}"


def subject_of(shown, council):
    """The `Subject` of a page, or of the theme that a page shows, with the reader's wording of the council's name."""
    kind = "theme" if shown._meta.model_name == "theme" else "page"
    title = shown.name if kind == "theme" else shown.title
    language = getattr(shown, "content_language", None) or language_of(shown)
    picture = getattr(shown, "picture", None)
    return Subject(kind, shown.pk, title, language, council.name, language_of(council), picture)
