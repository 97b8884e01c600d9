"""What people call the fields of a record when they change one."""

from collections.abc import Mapping

from bot.domain.edits import Field

FIELD_NAMES: Mapping[str, Field] = {
    "date": Field.DATE, "when": Field.DATE, "tarih": Field.DATE, "signed": Field.DATE, "since": Field.DATE,
    "imza": Field.DATE, "imza tarihi": Field.DATE,
    "partner": Field.PARTNER, "city": Field.PARTNER, "country": Field.PARTNER, "kent": Field.PARTNER,
    "sehir": Field.PARTNER, "ulke": Field.PARTNER, "ortak": Field.PARTNER,
    "guest": Field.GUEST, "konuk": Field.GUEST, "host": Field.HOST, "ev sahibi": Field.HOST,
    "theme": Field.THEMES, "themes": Field.THEMES, "konu": Field.THEMES, "konular": Field.THEMES,
    "direction": Field.DIRECTION, "yon": Field.DIRECTION,
    "kind": Field.KIND, "tur": Field.KIND,
    "purpose": Field.PURPOSE, "amac": Field.PURPOSE,
    "people": Field.PEOPLE, "kisi": Field.PEOPLE, "kisi sayisi": Field.PEOPLE, "heyet": Field.PEOPLE,
    "with": Field.PARTICIPANTS, "katilanlar": Field.PARTICIPANTS, "kimlerle": Field.PARTICIPANTS,
    "title": Field.TITLE, "baslik": Field.TITLE, "unvan": Field.TITLE,
    "place": Field.PLACE, "yer": Field.PLACE,
    "attendance": Field.ATTENDANCE, "katilim": Field.ATTENDANCE,
    "network": Field.NETWORK, "kurulus": Field.NETWORK,
    "until": Field.ENDS_ON, "ends": Field.ENDS_ON, "end": Field.ENDS_ON, "term": Field.ENDS_ON,
    "bitis": Field.ENDS_ON, "sure": Field.ENDS_ON,
    "status": Field.STATUS, "durum": Field.STATUS,
    "reason": Field.REASON, "neden": Field.REASON, "gerekce": Field.REASON,
    "remark": Field.REASON, "aciklama": Field.REASON,
    "name": Field.NAME, "ad": Field.NAME, "isim": Field.NAME,
    "organisation": Field.ORGANISATION, "organization": Field.ORGANISATION, "kurum": Field.ORGANISATION,
    "email": Field.EMAILS, "e mail": Field.EMAILS, "eposta": Field.EMAILS, "e posta": Field.EMAILS,
    "phone": Field.PHONES, "tel": Field.PHONES, "telefon": Field.PHONES,
    "languages": Field.LANGUAGES, "language": Field.LANGUAGES, "dil": Field.LANGUAGES, "diller": Field.LANGUAGES,
    "form of address": Field.FORM_OF_ADDRESS, "address": Field.FORM_OF_ADDRESS, "hitap": Field.FORM_OF_ADDRESS,
    "term of office": Field.TERM, "in office": Field.TERM, "gorev donemi": Field.TERM, "gorev suresi": Field.TERM,
    "acronym": Field.ACRONYM, "kisaltma": Field.ACRONYM,
    "funder": Field.FUNDER, "fon": Field.FUNDER, "finansman": Field.FUNDER,
    "budget": Field.BUDGET, "butce": Field.BUDGET,
    "text": Field.TEXT, "metin": Field.TEXT, "not": Field.TEXT, "note": Field.TEXT,
}  # fmt: skip
"""The names under which a field is known, folded: the labels of the card, in both languages, and what people say."""
