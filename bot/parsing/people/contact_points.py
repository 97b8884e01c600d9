"""E-mail addresses and phone numbers in one line of what somebody typed or pasted.

Both functions hand back the line with a semicolon where the address or number (and its label) was, so that what is
left falls apart into the right pieces. A fax number and a web address are taken out and not kept.
"""

import re
from typing import TYPE_CHECKING

from bot.errors import NotAnEmail, NotAPhone

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_LONGEST_IN_ERROR = 60
_URL = re.compile(r"<?\bhttps?://[^\s>]+>?|\bwww\.[^\s,;|]+", re.IGNORECASE)
_MAIL_LINK = re.compile(r"<(?:mailto|tel):([^\s|>]+)(?:\|[^>\n]*)?>", re.IGNORECASE)
_AT_SIGN = re.compile(r" ?[\[(] ?(?:at|@) ?[\])] ?")
_TOKEN = re.compile(r"[^\s<>()\[\]{}|,;/\"“”„«»]+")
_REFERENCE = re.compile(r"(?:geo|country|own|new):[\w-]+@\w*")  # a chosen place (bot/parsing/partners.py)
_MAIL_LABEL = re.compile(r"(?<!\w)(?:e-?mail|e-?posta|mail)[ :.]{0,3}$", re.IGNORECASE)
_OPENING = ("<", "(", "[")
_CLOSING = (">", ")", "]")
_SOCIAL_LABEL = re.compile(
    r"(?:twitter|(?<!\w)x|instagram|insta|facebook|telegram|linkedin|youtube)[ :]{0,3}$", re.IGNORECASE
)

# A number may hold spaces, dots, brackets, dashes and slashes, never a comma or a letter. The length is bounded, and
# nothing starts in the middle of a word or number, so that a page of digits is read in one pass.
_CANDIDATE = re.compile(r"(?<![\w@])(?:\+ ?)?\(?\+?\d(?:[\d ().\-–/\u00a0]{0,40}\d)?(?!\w)")
_EXTENSION = re.compile(
    r"[ ,(/-]{0,3}(?:dahili|dah|iç hat|extension|extn|ext|int|durchwahl|dw|poste|x|#)"
    r"(?:[ .:]|no){0,4}(\d{1,6})\)?(?!\w)",
    re.IGNORECASE,
)
_SHORT_TAIL = re.compile(r"(.*\d)[ ]?([/–-])[ ]?(\d{1,5})")
_NEXT_NUMBER = re.compile(r"[ ]?/[ ]?|[ ](?=\(?0)")
_NOT_A_PHONE_SHAPE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}"  # a day
    r"|(?:19|20)\d\d ?[-–/] ?(?:19|20)?\d\d"  # a term of office
    r"|\d{5}-\d{3,4}|\d{3}-\d{4}"  # a postal code of Brazil, the United States, Japan
)
_PHONE_WORD = (
    r"telephone|telefon\w{0,4}|tel|phone|ph|mobile|mobil\w{0,4}|mob|cep(?: tel\w{0,6})?|gsm|handy|whatsapp|cell"
    r"|santral"
)
_PHONE_LABEL = re.compile(
    rf"(?<!\w)(?:(?:{_PHONE_WORD})(?: ?(?:no|nr|number|numarası))?[ .:)\]-]{{0,4}}"
    r"|(?:direct|office|ofis|iş|ev|[tmpdch])[ ]?[:.][ .:]{0,3})$",
    re.IGNORECASE,
)
_FAX_LABEL = re.compile(
    r"(?<!\w)(?:telefax|fax|faks|belgegeçer|fx|f(?=[ ]?[.:]))(?: ?(?:no|nr))?[ .:)\]-]{0,4}$", re.IGNORECASE
)
_BOTH_LABEL = re.compile(r"(?<!\w)tel\w{0,6}\.?[ ]?[/&+-][ ]?(?:fax|faks)[ .:]{0,4}$", re.IGNORECASE)
_LOOK_BACK = 40  # no label is longer
_BETWEEN_NUMBERS = re.compile(r"[\s,;/|&-]*(?:ve|and|veya|or|und|dhe)?[\s,;/|&-]*", re.IGNORECASE)
_PIECE_ENDS = ",;|•·\t\n"


def take_emails(line: str) -> tuple[str, tuple[str, ...]]:
    """``line`` without its e-mail and web addresses, and the e-mail addresses, with their domain in lower case.

    Raises ``NotAnEmail`` for a word with @ that cannot be one.
    """
    line = _URL.sub(";", _MAIL_LINK.sub(r" \1 ", line))
    if "at" in line:
        line = _AT_SIGN.sub("@", line)  # ayse (at) example.org
    if "@" not in line:
        return line, ()
    emails: list[str] = []
    rest: list[str] = []
    end = 0
    for match in _TOKEN.finditer(line):
        token = match[0]
        if "@" not in token or _REFERENCE.fullmatch(token):
            continue
        before = line[end : match.start()]
        label, _, address = token.rpartition(":")
        before = before[:-1] if before.endswith(_OPENING) else before
        rest.append(_MAIL_LABEL.sub("", before))
        end = match.end() + line.startswith(_CLOSING, match.end())
        if address.startswith("@") and _SOCIAL_LABEL.search((before + label)[-_LOOK_BACK:]):
            rest[-1] = _SOCIAL_LABEL.sub("", rest[-1])
        else:
            emails.append(_email(address.strip(".'’‘`*")))
        rest.append(" ; ")
    rest.append(line[end:])
    return "".join(rest), tuple(emails)


def _email(text: str) -> str:
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError:
        raise NotAnEmail(text=_shortened(text)) from None


def take_phones(line: str, region: str | None) -> tuple[str, tuple[str, ...]]:
    """``line`` without its phone and fax numbers, and the phone numbers ("+90 312 507 10 00 ext. 112").

    ``region`` (ISO 3166) is the country of numbers without a country code. Raises ``NotAPhone`` for a number with a
    plus sign or a phone label, or one that stands alone and is long enough, if nobody could call it. Dates, terms of
    office and postal codes are left in the line, and so is a number inside a sentence unless it is certainly a phone.
    """
    phones: list[str] = []
    rest: list[str] = []
    end = 0
    label = ""  # "phone" or "fax": holds for the numbers that follow in a list
    for match in _CANDIDATE.finditer(line):
        if match.start() < end:
            continue  # the extension of the number before
        before = line[end : match.start()]
        text = match[0]
        found, label_length = _label(before[-_LOOK_BACK:])
        label = found or (label if end and _BETWEEN_NUMBERS.fullmatch(before) else "")
        numbers = _wanted_numbers(text, region, label=label, alone=_stands_alone(line, match.start(), match.end()))
        if not numbers:
            continue
        rest += [before[: len(before) - label_length], " ; "]
        end = match.end()
        if extension := _EXTENSION.match(line, end):
            numbers[-1].extension = extension[1]
            end = extension.end()
        if label != "fax":
            phones += map(_printed, numbers)
    rest.append(line[end:])
    return "".join(rest), tuple(phones)


def _label(before: str) -> tuple[str, int]:
    """Which label ``before`` ends with ("phone", "fax" or ""), and how many characters it is."""
    for pattern, kind in ((_BOTH_LABEL, "phone"), (_FAX_LABEL, "fax"), (_PHONE_LABEL, "phone")):
        if match := pattern.search(before):
            return kind, len(before) - match.start()
    return "", 0


def _stands_alone(line: str, start: int, end: int) -> bool:
    """Whether there is nothing else between the commas, or bars, around these characters."""
    while start and line[start - 1] in " (":
        start -= 1
    while end < len(line) and line[end] in " )":
        end += 1
    return (start == 0 or line[start - 1] in _PIECE_ENDS) and (
        end == len(line) or line[end] in _PIECE_ENDS or bool(_EXTENSION.match(line, end))
    )


def _wanted_numbers(text: str, region: str | None, *, label: str, alone: bool) -> "list[PhoneNumber]":
    digits = sum(character.isdigit() for character in text)
    plus = text.lstrip("( ").startswith(("+", "00"))
    if label == "fax" or plus or label:
        numbers = _numbers(text, region, strict=False)
        if not numbers and label != "fax" and (label or "+" in text or alone):
            raise NotAPhone(text=_shortened(text))
        return numbers
    if digits < 7 or _NOT_A_PHONE_SHAPE.fullmatch(text.strip()):
        return []
    national = text.startswith(("0", "("))
    if alone and (national or digits >= 9):
        numbers = _numbers(text, region, strict=False)
        if not numbers:
            raise NotAPhone(text=_shortened(text))
        return numbers
    return _numbers(text, region, strict=True) if alone or national else []


def _numbers(text: str, region: str | None, *, strict: bool) -> "list[PhoneNumber]":
    """The number or numbers that ``text`` spells, by the first reading that works; a real number range wins.

    "0201/88-0" is one number, "0312 507 10 00 / 112" has an extension, "…10 00-01" is a range of lines (the first
    is kept), "0312 507 10 00 / 0532 123 45 67" and the same without a slash are two.
    """
    import phonenumbers

    def is_possible(number: "PhoneNumber") -> bool:
        # A leading zero that is kept is half a number, except where numbers really have one (and are valid).
        return phonenumbers.is_possible_number(number) and not number.italian_leading_zero

    for is_good in (phonenumbers.is_valid_number,) if strict else (phonenumbers.is_valid_number, is_possible):
        if (whole := _parsed(text, region)) and is_good(whole):
            return [whole]
        if (tail := _SHORT_TAIL.fullmatch(text)) and (head := _parsed(tail[1], region)) and is_good(head):
            if tail[2] == "/":
                head.extension = tail[3]
            return [head]
        several = [_parsed(part, region) for part in _NEXT_NUMBER.split(text)]
        good = [number for number in several if number and is_good(number)]
        if len(several) > 1 and len(good) == len(several):
            return good
        for gap in re.finditer(r"[ ](?=\(?0)", text):
            pair = [_parsed(text[: gap.start()], region), _parsed(text[gap.end() :], region)]
            good = [number for number in pair if number and is_good(number)]
            if len(good) == len(pair):
                return good
    return []


def _parsed(text: str, region: str | None) -> "PhoneNumber | None":
    from phonenumbers import NumberParseException, parse

    text = text.strip()
    if text.startswith("00"):
        text = "+" + text[2:]  # the international prefix of most countries, whatever the team's is
    try:
        return parse(text, region)
    except NumberParseException:
        return None


def _printed(number: "PhoneNumber") -> str:
    from phonenumbers import PhoneNumberFormat, format_number

    return format_number(number, PhoneNumberFormat.INTERNATIONAL)


def _shortened(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _LONGEST_IN_ERROR else text[: _LONGEST_IN_ERROR - 1] + "…"
