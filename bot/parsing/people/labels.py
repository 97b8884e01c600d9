"""The words in front of a colon that say which field of a contact follows: "Tel:", "Unvan:", "hitap:"."""

import re
from enum import Enum, auto

from bot.folding import fold
from bot.parsing.people.offices import has_rank


class Field(Enum):
    """What a label announces. ``NOTHING`` is something that is not kept (a web site, a fax)."""

    NAME = auto()
    TITLE = auto()
    ORGANISATION = auto()
    PARTNER = auto()
    LANGUAGES = auto()
    FORM_OF_ADDRESS = auto()
    ADDRESS = auto()
    EMAIL = auto()
    PHONE = auto()
    NOTHING = auto()


_LABELS = {
    folded: field
    for field, names in {
        Field.NAME: "name;full name;ad;adi;ad soyad;adi soyadi;isim;contact;contact person;irtibat;irtibat kisisi"
        ";from;kimden;von",
        Field.TITLE: "title;job title;position;role;function;office;unvan;unvani;gorev;gorevi;makam;pozisyon",
        Field.ORGANISATION: "organisation;organization;institution;company;employer;kurum;kurumu;kurulus;birim",
        Field.PARTNER: "partner;city;kent;sehir;sehri;kardes sehir;kardes kent;ulke;country;qyteti;stadt",
        Field.LANGUAGES: "dil;diller;dili;dilleri;bildigi diller;yabanci dil;yabanci diller;language;languages;lang;"
        "languages spoken;spoken languages;speaks;sprachen;gjuhe;gjuhet",
        Field.FORM_OF_ADDRESS: "hitap;hitap sekli;form of address;salutation;greeting;anrede",
        Field.ADDRESS: "address;adres;adresi;adresse;anschrift;adresa;postal address;a;add",
        Field.EMAIL: "e mail;email;mail;e posta;eposta;e posta adresi;e mail address;email address;e",
        Field.PHONE: "tel;telefon;telefonu;telephone;phone;ph;mob;mobile;mobil;cep;cep tel;cep telefonu;gsm;direct;"
        "whatsapp;handy;cell;santral;t;m;p;d;c;h;o;tel no;tel nr;phone number;is;ev;mobile phone;tel faks;tel fax",
        Field.NOTHING: "web;website;web site;web sitesi;w;www;internet;http;https;url;fax;faks;telefax;belgegecer;f;"
        "fx;twitter;x;instagram;facebook;linkedin;skype;youtube;telegram;follow us;bizi takip edin;dahili;ext;"
        "mailto",
    }.items()
    for folded in names.split(";")
}
_LABELLED = re.compile(r"(?P<label>[^\W\d_][^\d:=@]{0,30}?) ?[:=] ?(?P<value>.*)", re.DOTALL)
_FORM = re.compile(
    r"(?:dear|your|his|her|mr|mrs|ms|madam|madame|sir|monsieur|sayin|sn|ekselans\w*|excellency|honou?rable|sehr|herr|frau)\b"
)
_FORM_ALONE = re.compile(
    r"dear \w.*|your (?:excellency|worship|honou?r|eminence|highness)|sehr geehrte.*|[ie] nderuar.*|ekselanslari"
    r"|(?:sayin|sn|degerli|cok degerli) .*\b(?:baskanim|valim|hocam|bakanim|buyukelcim|elcim|mudurum|sekreterim"
    r"|konsolosum|baskonsolosum|kaymakamim|rektorum|hanimefendi|beyefendi|ekselanslari|uyem|vekilim|danismanim)"
)


def read_label(text: str) -> tuple[Field | None, str, str]:
    """The field that ``text`` is labelled with, the label and what follows it.

    (None, label, value) for an unknown label, (None, "", text) without one; a label alone has an empty value.
    """
    if match := _LABELLED.fullmatch(text):
        field = _LABELS.get(fold(match["label"]))
        value = match["value"].strip()
        if field is Field.ADDRESS and is_form_after_address(value):
            field = Field.FORM_OF_ADDRESS
        return field, match["label"], value
    if field := _LABELS.get(fold(text)):
        return field, text, ""
    return None, "", text


def is_form_after_address(value: str) -> bool:
    """Whether what follows "address:" is how to address somebody ("Your Excellency") rather than where they are."""
    return not any(character.isdigit() for character in value) and (
        bool(_FORM.match(fold(value[:80]))) or has_rank(value[:80])
    )


def is_form_of_address(text: str) -> bool:
    """Whether ``text``, without any label, is how a letter begins: "Dear Mr Mayor", "Sayın Başkanım"."""
    return len(text) <= 80 and bool(_FORM_ALONE.fullmatch(fold(text)))
