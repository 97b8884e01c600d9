"""The words for kinds, directions and statuses that a desk uses, in English and Turkish, and finding them in a text.

Compared folded; the longest phrase wins. The wording of the Turkish terms follows registers and the law (5393).
"""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from bot.domain.agreements import AgreementKind, AgreementStatus
from bot.domain.events import Attendance, EventKind
from bot.domain.visits import Direction, VisitKind
from bot.folding import fold
from bot.parsing.pieces import CUT, Pieces
from bot.parsing.words import word_set

Meaning = TypeVar("Meaning", bound=StrEnum)

VISIT_KINDS: Mapping[str, VisitKind] = {
    "site visit": VisitKind.SITE,
    "yerinde inceleme": VisitKind.SITE,
    "inceleme ziyareti": VisitKind.SITE,
    "technical visit": VisitKind.TECHNICAL,
    "technical": VisitKind.TECHNICAL,
    "teknik ziyaret": VisitKind.TECHNICAL,
    "teknik inceleme": VisitKind.TECHNICAL,
    "teknik gezi": VisitKind.TECHNICAL,
    "teknik": VisitKind.TECHNICAL,
    "delegation visit": VisitKind.DELEGATION,
    "official visit": VisitKind.DELEGATION,
    "heyet ziyareti": VisitKind.DELEGATION,
    "resmi ziyaret": VisitKind.DELEGATION,
    "study visit": VisitKind.STUDY,
    "working visit": VisitKind.STUDY,
    "calisma ziyareti": VisitKind.STUDY,
    "personnel exchange": VisitKind.EXCHANGE,
    "staff exchange": VisitKind.EXCHANGE,
    "personel degisimi": VisitKind.EXCHANGE,
    "courtesy call": VisitKind.COURTESY,
    "courtesy visit": VisitKind.COURTESY,
    "nezaket ziyareti": VisitKind.COURTESY,
    "signing ceremony": VisitKind.SIGNING,
    "imza toreni": VisitKind.SIGNING,
}

DIRECTIONS: Mapping[str, Direction] = {
    "incoming": Direction.INCOMING,
    "inbound": Direction.INCOMING,
    "they came to us": Direction.INCOMING,
    "they came": Direction.INCOMING,
    "came": Direction.INCOMING,
    "from": Direction.INCOMING,
    "gelen heyet": Direction.INCOMING,
    "gelen": Direction.INCOMING,
    "heyet geldi": Direction.INCOMING,
    "heyeti geldi": Direction.INCOMING,
    "onlar geldi": Direction.INCOMING,
    "geldiler": Direction.INCOMING,
    "geldi": Direction.INCOMING,
    "gelecek": Direction.INCOMING,
    "gelecekler": Direction.INCOMING,
    "geliyor": Direction.INCOMING,
    "geliyorlar": Direction.INCOMING,
    "gelis": Direction.INCOMING,
    "ziyarete geldi": Direction.INCOMING,
    "ziyarete geldiler": Direction.INCOMING,
    "bizi ziyaret etti": Direction.INCOMING,
    "bizi ziyaret ettiler": Direction.INCOMING,
    "bize": Direction.INCOMING,
    "bize geldi": Direction.INCOMING,
    "bize geldiler": Direction.INCOMING,
    "to us": Direction.INCOMING,
    "visited us": Direction.INCOMING,
    "came to us": Direction.INCOMING,
    "delegation came": Direction.INCOMING,
    "will come": Direction.INCOMING,
    "they will come": Direction.INCOMING,
    "outgoing": Direction.OUTGOING,
    "outbound": Direction.OUTGOING,
    "we went there": Direction.OUTGOING,
    "we went": Direction.OUTGOING,
    "went": Direction.OUTGOING,
    "to": Direction.OUTGOING,
    "giden heyet": Direction.OUTGOING,
    "giden": Direction.OUTGOING,
    "from us": Direction.OUTGOING,
    "we visited": Direction.OUTGOING,
    "we will go": Direction.OUTGOING,
    "we will visit": Direction.OUTGOING,
    "will go": Direction.OUTGOING,
    "bizden": Direction.OUTGOING,
    "gidis": Direction.OUTGOING,
    "gelindi": Direction.INCOMING,
    "gidilecek": Direction.OUTGOING,
    "ziyaret ettik": Direction.OUTGOING,
    "ziyarete gittik": Direction.OUTGOING,
    "ziyaret edecegiz": Direction.OUTGOING,
    "biz gittik": Direction.OUTGOING,
    "gittik": Direction.OUTGOING,
    "gidildi": Direction.OUTGOING,
    "gidecegiz": Direction.OUTGOING,
    "gidiyoruz": Direction.OUTGOING,
}

PAST = word_set(
    """came went visited hosted received arrived geldi geldiler gelindi gittik gittiler gitti gidildi ettik etti ettiler
    edildi yapildi agirladik agirlandi"""
)
"""Words after which a day without a year is not in the future."""
FUTURE = word_set(
    """will gelecek gelecekler geliyor geliyorlar gidecek gidecegiz gidecekler gidiyoruz gidilecek gelinecek edecek
    edecegiz edilecek yapilacak"""
)
"""Words after which a day without a year is not in the past."""

EVENT_KINDS: Mapping[str, EventKind] = {
    "culture days": EventKind.CULTURE_DAYS,
    "cultural days": EventKind.CULTURE_DAYS,
    "kultur gunleri": EventKind.CULTURE_DAYS,
    "event": EventKind.OTHER,
    "etkinlik": EventKind.OTHER,
}

ATTENDANCE: Mapping[str, Attendance] = {
    "hosted": Attendance.HOSTED,
    "hosted by us": Attendance.HOSTED,
    "we hosted": Attendance.HOSTED,
    "ev sahibi": Attendance.HOSTED,
    "ev sahipligi": Attendance.HOSTED,
    "ev sahipligi yaptik": Attendance.HOSTED,
    "ev sahipligimizde": Attendance.HOSTED,
    "attended": Attendance.ATTENDED,
    "we attended": Attendance.ATTENDED,
    "we took part": Attendance.ATTENDED,
    "katildik": Attendance.ATTENDED,
    "katilim": Attendance.ATTENDED,
    "online": Attendance.ONLINE,
    "cevrim ici": Attendance.ONLINE,
    "cevrimici": Attendance.ONLINE,
}

AGREEMENT_KINDS: Mapping[str, AgreementKind] = {
    "town twinning agreement": AgreementKind.TOWN_TWINNING,
    "town twinning": AgreementKind.TOWN_TWINNING,
    "twinning agreement": AgreementKind.TOWN_TWINNING,
    "twinning": AgreementKind.TOWN_TWINNING,
    "sister city agreement": AgreementKind.TOWN_TWINNING,
    "sister city protocol": AgreementKind.TOWN_TWINNING,
    "sister city": AgreementKind.TOWN_TWINNING,
    "sister cities": AgreementKind.TOWN_TWINNING,
    "town twinning protocol": AgreementKind.TOWN_TWINNING,
    "twinning protocol": AgreementKind.TOWN_TWINNING,
    "twin city": AgreementKind.TOWN_TWINNING,
    "twin town": AgreementKind.TOWN_TWINNING,
    "twinned": AgreementKind.TOWN_TWINNING,
    "sister city relation": AgreementKind.TOWN_TWINNING,
    "kardes sehir protokolu": AgreementKind.TOWN_TWINNING,
    "kardes sehir anlasmasi": AgreementKind.TOWN_TWINNING,
    "kardes sehir iliskisi": AgreementKind.TOWN_TWINNING,
    "kardes kent anlasmasi": AgreementKind.TOWN_TWINNING,
    "kardes kent iliskisi": AgreementKind.TOWN_TWINNING,
    "kardes belediye protokolu": AgreementKind.TOWN_TWINNING,
    "kardes belediye": AgreementKind.TOWN_TWINNING,
    "kardeslik protokolu": AgreementKind.TOWN_TWINNING,
    "kardeslik": AgreementKind.TOWN_TWINNING,
    "kardes sehir": AgreementKind.TOWN_TWINNING,
    "kardes kent protokolu": AgreementKind.TOWN_TWINNING,
    "kardes kent": AgreementKind.TOWN_TWINNING,
    "kardes": AgreementKind.TOWN_TWINNING,
    "cooperation protocol": AgreementKind.COOPERATION_PROTOCOL,
    "cooperation agreement": AgreementKind.COOPERATION_PROTOCOL,
    "cooperation": AgreementKind.COOPERATION_PROTOCOL,
    "friendship and cooperation protocol": AgreementKind.COOPERATION_PROTOCOL,
    "friendship and cooperation agreement": AgreementKind.COOPERATION_PROTOCOL,
    "dostluk ve is birligi protokolu": AgreementKind.COOPERATION_PROTOCOL,
    "dostluk ve isbirligi protokolu": AgreementKind.COOPERATION_PROTOCOL,
    "is birligi anlasmasi": AgreementKind.COOPERATION_PROTOCOL,
    "isbirligi anlasmasi": AgreementKind.COOPERATION_PROTOCOL,
    "is birligi protokolu": AgreementKind.COOPERATION_PROTOCOL,
    "isbirligi protokolu": AgreementKind.COOPERATION_PROTOCOL,
    "is birligi": AgreementKind.COOPERATION_PROTOCOL,
    "isbirligi": AgreementKind.COOPERATION_PROTOCOL,
    "memorandum of understanding": AgreementKind.MEMORANDUM,
    "memorandum": AgreementKind.MEMORANDUM,
    "mou": AgreementKind.MEMORANDUM,
    "mutabakat zapti": AgreementKind.MEMORANDUM,
    "mutabakat muhtirasi": AgreementKind.MEMORANDUM,
    "mutabakat": AgreementKind.MEMORANDUM,
    "letter of goodwill": AgreementKind.LETTER_OF_GOODWILL,
    "goodwill letter": AgreementKind.LETTER_OF_GOODWILL,
    "goodwill": AgreementKind.LETTER_OF_GOODWILL,
    "iyi niyet mektubu": AgreementKind.LETTER_OF_GOODWILL,
    "iyi niyet protokolu": AgreementKind.LETTER_OF_GOODWILL,
    "iyi niyet": AgreementKind.LETTER_OF_GOODWILL,
    "letter of intent": AgreementKind.LETTER_OF_INTENT,
    "niyet mektubu": AgreementKind.LETTER_OF_INTENT,
    "niyet protokolu": AgreementKind.LETTER_OF_INTENT,
    "friendship agreement": AgreementKind.FRIENDSHIP,
    "friendship protocol": AgreementKind.FRIENDSHIP,
    "friendship": AgreementKind.FRIENDSHIP,
    "dostluk protokolu": AgreementKind.FRIENDSHIP,
    "dostluk anlasmasi": AgreementKind.FRIENDSHIP,
    "dostluk mektubu": AgreementKind.FRIENDSHIP,
    "dostluk": AgreementKind.FRIENDSHIP,
    "project partnership": AgreementKind.PROJECT_PARTNERSHIP,
    "project partner": AgreementKind.PROJECT_PARTNERSHIP,
    "proje ortakligi protokolu": AgreementKind.PROJECT_PARTNERSHIP,
    "proje ortakligi": AgreementKind.PROJECT_PARTNERSHIP,
}

AGREEMENT_STATUSES: Mapping[str, AgreementStatus] = {
    "idea": AgreementStatus.IDEA,
    "on gorusme": AgreementStatus.IDEA,
    "negotiating": AgreementStatus.NEGOTIATING,
    "under negotiation": AgreementStatus.NEGOTIATING,
    "protokol sureci devam ediyor": AgreementStatus.NEGOTIATING,
    "protokol sureci": AgreementStatus.NEGOTIATING,
    "muzakere ediliyor": AgreementStatus.NEGOTIATING,
    "in negotiation": AgreementStatus.NEGOTIATING,
    "gorusuluyor": AgreementStatus.NEGOTIATING,
    "approved": AgreementStatus.APPROVED,
    "onaylandi": AgreementStatus.APPROVED,
    "signed": AgreementStatus.SIGNED,
    "imzalandi": AgreementStatus.SIGNED,
    "in force": AgreementStatus.IN_FORCE,
    "yururlukte": AgreementStatus.IN_FORCE,
    "yururluge girdi": AgreementStatus.IN_FORCE,
    "dormant": AgreementStatus.DORMANT,
    "hareketsiz": AgreementStatus.DORMANT,
    "suspended": AgreementStatus.SUSPENDED,
    "askida": AgreementStatus.SUSPENDED,
    "askiya alindi": AgreementStatus.SUSPENDED,
    "expired": AgreementStatus.EXPIRED,
    "suresi doldu": AgreementStatus.EXPIRED,
    "renewed": AgreementStatus.RENEWED,
    "suresi uzatildi": AgreementStatus.RENEWED,
    "uzatildi": AgreementStatus.RENEWED,
    "yenilendi": AgreementStatus.RENEWED,
    "suresi uzatilmis": AgreementStatus.RENEWED,
    "ended": AgreementStatus.ENDED,
    "sona erdi": AgreementStatus.ENDED,
    "terminated": AgreementStatus.TERMINATED,
    "feshedildi": AgreementStatus.TERMINATED,
    "feshetti": AgreementStatus.TERMINATED,
    "feshettik": AgreementStatus.TERMINATED,
    "fesih": AgreementStatus.TERMINATED,
    "cancelled": AgreementStatus.CANCELLED,
    "canceled": AgreementStatus.CANCELLED,
    "iptal edildi": AgreementStatus.CANCELLED,
    "iptal": AgreementStatus.CANCELLED,
}

_WORD = re.compile(rf"[^\s,;:()\"“”{CUT}]+")


@lru_cache(maxsize=32)
def _longest(phrases: frozenset[str]) -> int:
    return max(len(phrase.split()) for phrase in phrases)


def find_phrase(text: str, phrases: Iterable[str]) -> tuple[str, tuple[int, int]] | None:
    """The longest of ``phrases`` (folded) that stands in ``text`` as whole words, and where; the first if several."""
    known = frozenset(phrases)
    words = [(match.start(), match.end(), fold(match[0])) for match in _WORD.finditer(text)]
    for size in range(min(_longest(known), len(words)), 0, -1):
        for first in range(len(words) - size + 1):
            run = words[first : first + size]
            phrase = " ".join(word for _, _, word in run if word)
            if phrase in known and CUT not in text[run[0][0] : run[-1][1]]:
                return phrase, (run[0][0], run[-1][1])
    return None


def cut_meaning(pieces: Pieces, meanings: Mapping[str, Meaning]) -> Meaning | None:
    """Take the first phrase of a vocabulary out of what is left; what it means."""
    found = find_phrase(pieces.left, meanings)
    if found is None:
        return None
    phrase, span = found
    pieces.cut(*span)
    return meanings[phrase]


def read_meaning(text: str, meanings: Mapping[str, Meaning]) -> Meaning | None:
    """What the whole text means, if it is one phrase of the vocabulary."""
    return meanings.get(fold(text))
