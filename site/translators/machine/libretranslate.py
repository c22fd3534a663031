"""LibreTranslate, on a council's own server or elsewhere, its errors as sentences."""

from wagtail_localize.machine_translators.libretranslate import LibreTranslator
from wagtail_localize.strings import StringValue

from translators.machine.service import MachineTranslationFailed, ask, in_batches, texts_in, unreadable


class LibreTranslate(LibreTranslator):
    """Options: ``LIBRETRANSLATE_URL``, ``API_KEY``, which a server of one's own may not ask for."""

    def translate(self, source_locale, target_locale, strings):
        translated = {}
        for batch in in_batches(strings):
            answer = ask(
                self.display_name,
                f"{self.get_api_endpoint().rstrip('/')}/translate",
                json={
                    "q": [string.data for string in batch],
                    "source": self.language_code(source_locale.language_code),
                    "target": self.language_code(target_locale.language_code),
                    "format": "html",
                    "api_key": self.options.get("API_KEY", ""),
                },
            )
            try:
                texts = answer["translatedText"]
            except (KeyError, TypeError) as error:
                raise MachineTranslationFailed(unreadable(self.display_name)) from error
            texts = texts_in(self.display_name, texts, len(batch))
            translated |= {string: StringValue(text) for string, text in zip(batch, texts, strict=True)}
        return translated
