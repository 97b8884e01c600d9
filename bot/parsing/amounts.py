"""An amount of money in a text: "€250,000", "250.000,50 TL", "1.2 million euro", "500 bin avro".

A number alone is no amount: a sign, an ISO 4217 code or a word for a currency must stand beside it. Both ways of
writing thousands are read, by shape:

- dots and commas both: the last one is the decimal sign (250.000,50 and 250,000.50);
- one sort, several times, or spaces: thousands (1.250.000, 250 000);
- one sign followed by exactly three digits: thousands (250.000 and 250,000), unless a lone 0 stands before (0.125);
- one sign followed by anything else: decimals (2,5 and 1.25).

A number that fits none of these (12.34.567, a date) is no amount.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.folding import fold
from bot.parsing.words import word_set


@dataclass(frozen=True, slots=True)
class Amount:
    """``currency`` is an ISO 4217 code."""

    value: Decimal
    currency: str


# The first currency is meant where the team's own is not among them; "" means that only the team's own can tell.
_SIGNS = {
    "€": "EUR",
    "₺": "TRY",
    "$": "USD AUD CAD HKD NZD SGD TWD MXN",
    "US$": "USD",
    "£": "GBP EGP",
    "¥": "JPY CNY",
    "₽": "RUB",
    "₴": "UAH",
    "₸": "KZT",
    "₼": "AZN",
    "₾": "GEL",
    "₩": "KRW",
    "₪": "ILS",
    "₹": "INR",
    "zł": "PLN",
    "Kč": "CZK",
}
_WORDS = {
    "euro": "EUR",
    "euros": "EUR",
    "avro": "EUR",
    "tl": "TRY",
    "lira": "TRY LBP SYP",
    "liras": "TRY LBP SYP",
    "turk lirasi": "TRY",
    "turkish lira": "TRY",
    "turkish liras": "TRY",
    "dollar": "USD AUD CAD HKD NZD SGD TWD",
    "dollars": "USD AUD CAD HKD NZD SGD TWD",
    "us dollars": "USD",
    "dolar": "USD AUD CAD",
    "abd dolari": "USD",
    "pound": "GBP EGP LBP SYP",
    "pounds": "GBP EGP LBP SYP",
    "sterlin": "GBP",
    "sterling": "GBP",
    "pounds sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "ruble": "RUB BYN",
    "rubles": "RUB BYN",
    "manat": "AZN TMT",
    "tenge": "KZT",
    "lek": "ALL",
    "leke": "ALL",
    "denar": "MKD",
    "denari": "MKD",
    "dinar": " RSD KWD JOD IQD TND DZD BHD LYD",
    "dinars": " RSD KWD JOD IQD TND DZD BHD LYD",
    "franc": "CHF",
    "francs": "CHF",
    "frank": " CHF",  # "two frank talks"
    "isvicre frangi": "CHF",
    "swiss francs": "CHF",
    "kr": " SEK NOK DKK ISK",
    "kron": " SEK NOK DKK ISK CZK",
    "zloty": "PLN",
    "forint": "HUF",
    "leva": "BGN",
    "som": "KGS UZS",
    "lei": "RON MDL",
    "lari": "GEL",
    "hryvnia": "UAH",
    "rupees": "INR PKR",
    "riyal": "SAR QAR OMR",
    "dirham": "AED MAD",
}
_LOWER_CODES = {"eur": "EUR", "usd": "USD", "gbp": "GBP", "chf": "CHF", "jpy": "JPY", "try": "TRY"}
_CODES = word_set(
    """AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD
    CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ
    GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR
    LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN
    PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB
    TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG"""
)
_TIMES = {
    "k": 3,
    "bin": 3,
    "thousand": 3,
    "thousands": 3,
    "tausend": 3,
    "m": 6,
    "mn": 6,
    "mio": 6,
    "mln": 6,
    "million": 6,
    "millions": 6,
    "milyon": 6,
    "bn": 9,
    "mlr": 9,
    "mrd": 9,
    "billion": 9,
    "milyar": 9,
}

_NUMBER = r"(?<![\w.,])[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?:[.,][0-9]{1,2})?(?![0-9])|[0-9][0-9.,]{0,30}"
_NUMBERS = re.compile(_NUMBER)
_MULTIPLIER = re.compile(r"[ \u00a0-]?(" + "|".join(sorted(_TIMES, key=len, reverse=True)) + r")\b\.?", re.IGNORECASE)
_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_BEFORE = re.compile(rf"(?:(?<![^\W_])(?P<word>[A-Za-z]{{2,4}})|(?P<sign>{_SIGN}))[ \u00a0]?$")
_SIGN_AFTER = re.compile(rf"[ \u00a0]?(?P<sign>{_SIGN})")
# A word of a currency, with a Turkish ending or without: 250 bin avroluk, 500 TL'lik, 100 dolardan.
_WORDS_AFTER = re.compile(
    r"[ \u00a0-]?(?P<first>[^\W\d_]{2,12})(?:['’](?P<ending>\w{1,8}))?(?: (?P<second>[^\W\d_]{2,12}))?"
)
_ENDING = re.compile(r"(?:l[iu]k(?:l[ae]r)?|l[ai]r|s[iu]|y?l[ae]|y?[aeiu]|[dt][ae]n?|n?[iu]n)(?:\w{0,3})")
_ENDINGS_ON = ("euro", "avro", "dolar", "lira", "sterlin", "tl", "frank", "yen", "manat", "tenge", "dinar", "ruble")
_RANGE = re.compile("[-–][€$£₺]?[0-9]")
_IN_RANGE = re.compile("[0-9k][-–]$")
_LOOK_BACK = 8
_LONGEST = 20  # characters of a number; no desk has a larger budget


def find_amount(text: str, *, currency: str | None) -> tuple[Amount, tuple[int, int]] | None:
    """The first amount in ``text`` and its span [start, end), with its currency; None if there is none.

    ``currency`` (ISO 4217) is the team's own: it is meant by a sign or word that several currencies share, if it is
    one of them ("$" in Canada); otherwise the best known one is meant, and "dinar" or "kr" mean none.
    """
    at = 0
    while match := _NUMBERS.search(text, at):
        at = match.end()
        start = match.start()
        before = _currency_before(text, start, currency)
        if not before and start and (text[start - 1].isalnum() or text[start - 1] in ".,+"):
            continue  # A7, 3.5, +90: the rest of something else
        written = match[0].rstrip(".,")
        end = start + len(written)
        value = _value(written)
        if value is None or len(written) > _LONGEST or _IN_RANGE.search(text[max(0, start - 2) : start]):
            continue
        if times := _MULTIPLIER.match(text, end):
            longer = _currency_after(text, times.end(), currency)
            if before or longer:
                value, end = value.scaleb(_TIMES[times[1].lower()]), times.end()
        after = _currency_after(text, end, currency)
        if before:
            code, start = before
            if after and after[0] == code:
                end = after[1]
        elif after:
            code, end = after
        else:
            continue
        if _RANGE.match(text, end):
            continue  # "€40-50k" is no amount, and 40 would be a wrong one
        return Amount(_plain(value), code), (start, end)
    return None


def _value(written: str) -> Decimal | None:
    """The number that ``written`` spells by the rules at the top; None if it spells none."""
    digits = re.sub(r"[ \u00a0\u202f]", "", written)
    signs = re.sub(r"[0-9]", "", digits)
    if " " in written or "\u00a0" in written or "\u202f" in written:
        return Decimal(digits.replace(",", "."))
    if not signs:
        return Decimal(digits)
    whole, decimals = digits, ""
    if len(set(signs)) == 2:
        if signs.count(signs[-1]) > 1:
            return None
        whole, _, decimals = digits.rpartition(signs[-1])
    elif len(signs) == 1 and not re.fullmatch(r"[1-9][0-9]{0,2}.[0-9]{3}", digits):
        whole, _, decimals = digits.partition(signs)
    groups = re.split("[.,]", whole)
    if len(groups) > 1 and (not 1 <= len(groups[0]) <= 3 or any(len(group) != 3 for group in groups[1:])):
        return None
    return Decimal("".join(groups) + ("." + decimals if decimals else ""))


def _plain(value: Decimal) -> Decimal:
    """Without an exponent, and without decimals that are all zero (2,5 milyon → 2500000)."""
    return Decimal(int(value)) if value == int(value) else value


def _currency_before(text: str, start: int, own: str | None) -> tuple[str, int] | None:
    """The currency that ends right before ``start`` and where it starts."""
    offset = max(0, start - _LOOK_BACK)
    if not (match := _BEFORE.search(text[offset:start])):
        return None
    code = _chosen(_SIGNS[match["sign"]], own) if match["sign"] else _of_code(match["word"], own, before=True)
    return (code, offset + match.start()) if code else None


def _currency_after(text: str, end: int, own: str | None) -> tuple[str, int] | None:
    """The currency that begins right behind ``end`` and where it ends."""
    if (match := _SIGN_AFTER.match(text, end)) and not text[match.end() : match.end() + 1].isalpha():
        code = _chosen(_SIGNS[match["sign"]], own)
        return (code, match.end()) if code else None
    if not (match := _WORDS_AFTER.match(text, end)):
        return None
    first = fold(match["first"])
    if match["second"] and not match["ending"]:
        two = f"{first} {fold(match['second'])}"
        if two in _WORDS and (code := _chosen(_WORDS[two], own)):
            return code, match.end()
    last = match.end("ending") if match["ending"] else match.end("first")
    code = _of_code(match["first"], own, before=False)
    if not code and first in _WORDS:
        code = _chosen(_WORDS[first], own)
    if not code and not match["ending"]:
        stem = next((word for word in _ENDINGS_ON if first.startswith(word)), None)
        if stem and _ENDING.fullmatch(first.removeprefix(stem)):
            code = _chosen(_WORDS[stem], own)
    return (code, last) if code else None


def _of_code(word: str, own: str | None, *, before: bool) -> str | None:
    """An ISO code in capitals; a few that are no English words also in small letters; TL and EURO in front too."""
    if word in _CODES:
        return word
    if before:
        return {"tl": "TRY", "euro": "EUR", "avro": "EUR"}.get(word.lower()) or (
            _LOWER_CODES.get(word) if word != "try" else None
        )
    return _LOWER_CODES.get(word.lower())


def _chosen(codes: str, own: str | None) -> str | None:
    first, *others = codes.split(" ")
    return own if own and own in [first, *others] else first or None
