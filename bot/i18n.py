"""The languages of the product: gettext catalogues for sentences, CLDR for months, weekdays and countries."""

import gettext as _gettext
import re
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

LANGUAGES = ("en", "tr")
CLDR_LOCALES = {"en": "en_GB", "tr": "tr"}
LOCALE_FOLDER = Path(__file__).parent / "locale"


class MessageId(str):
    """A text of the catalogue that is not translated yet: in an error, a table of kinds, a button's label."""

    __slots__ = ()


N_ = MessageId
_NO_DECIMALS = re.compile(r"[.,]00(?=\D*$)")


class Translator:
    """Says things in one language.

    Call it with the English text and its named parameters: ``t("Nothing to undo for {name}.", name=…)``.
    Parameters are put in after the translation, so a person's words are never read as a pattern.
    """

    def __init__(self, language: str, catalogue: _gettext.NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue

    def __call__(self, message: str, /, **parameters: object) -> str:
        """The translation of ``message``, with its parameters put in."""
        text = self._catalogue.gettext(message)
        return text.format(**parameters) if parameters else text

    def plural(self, one: str, many: str, n: int, /, **parameters: object) -> str:
        """As a call, in the form that the language has for ``n`` (available as ``{n}``)."""
        return self._catalogue.ngettext(one, many, n).format(n=n, **parameters)

    def context(self, context: str, message: str, /, **parameters: object) -> str:
        """As a call, for an English word that needs several words elsewhere, told apart by ``context``."""
        text = self._catalogue.pgettext(context, message)
        return text.format(**parameters) if parameters else text

    def money(self, value: Decimal, currency: str) -> str:
        """An amount as the language writes it: "€250,000"; "250.000 €"."""
        from babel.numbers import format_currency

        text = format_currency(value, currency, locale=CLDR_LOCALES[self.language])
        return _NO_DECIMALS.sub("", text).replace("\u00a0", " ")

    def language_name(self, code: str) -> str:
        """A language by its ISO 639-1 code; the code itself where CLDR has no name."""
        from babel import Locale

        return str(Locale.parse(CLDR_LOCALES[self.language]).languages.get(code, code))


@lru_cache
def translator(language: str) -> Translator:
    """The translator for ``language``; one that is not in ``LANGUAGES`` falls back to English."""
    if language not in LANGUAGES:
        language = "en"
    return Translator(language, _gettext.translation("bot", str(LOCALE_FOLDER), languages=[language]))
