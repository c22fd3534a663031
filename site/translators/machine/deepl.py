"""DeepL, in batches, its errors as sentences."""

from wagtail_localize.machine_translators.deepl import DeepLTranslator
from wagtail_localize.strings import StringValue

from translators.machine.service import MachineTranslationFailed, ask, in_batches, texts_in, unreadable

# Two scripts of one language, which wagtail-localize sends as one.
SCRIPTS = {"zh-hans": "ZH-HANS", "zh-hant": "ZH-HANT"}


class DeepL(DeepLTranslator):
    """Options: ``AUTH_KEY``; ``URL`` for another address than DeepL's own, such as a council's proxy."""

    def get_api_endpoint(self):
        own = self.options.get("URL")
        return f"{own.rstrip('/')}/v2/translate" if own else super().get_api_endpoint()

    def get_parameters(self, source_locale, target_locale, strings):
        parameters = super().get_parameters(source_locale, target_locale, strings)
        code = target_locale.language_code.lower()
        return {**parameters, "target_lang": SCRIPTS.get(code, parameters["target_lang"])}

    def translate(self, source_locale, target_locale, strings):
        translated = {}
        for batch in in_batches(strings):
            answer = ask(
                self.display_name,
                self.get_api_endpoint(),
                data=self.get_parameters(source_locale, target_locale, batch),
                headers=self.get_headers(),
            )
            try:
                texts = [each["text"] for each in answer["translations"]]
            except (KeyError, TypeError) as error:
                raise MachineTranslationFailed(unreadable(self.display_name)) from error
            texts = texts_in(self.display_name, texts, len(batch))
            translated |= {string: StringValue(text) for string, text in zip(batch, texts, strict=True)}
        return translated
