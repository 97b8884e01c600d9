"""Titles, departments and organisations, told apart by their words in the languages of a desk's correspondence.

A *rank* is what a person is (mayor, Daire Başkanı), a *department* where in the house (Dış İlişkiler Müdürlüğü), an
*organisation* the house (Ankara Büyükşehir Belediyesi, Bashkia Tiranë). The words are compared in folded form.
"""

import re
from collections.abc import Iterator

from bot.folding import fold
from bot.parsing.words import word_set

_RANKS = word_set(
    """mayor mayoress deputy vice president chairman chairwoman chairperson chair head director manager officer
    secretary ambassador consul minister governor prefect adviser advisor assistant coordinator specialist expert
    chief councillor councilor counsellor interpreter translator rapporteur liaison attache spokesperson rector dean
    professor lecturer engineer architect planner lawyer representative delegate intern clerk commissioner ceo
    administrator analyst consultant member editor journalist curator
    burgermeister burgermeisterin oberburgermeister oberburgermeisterin leiter leiterin abteilungsleiter
    abteilungsleiterin referatsleiter referatsleiterin referent referentin beauftragte beauftragter dezernent
    dezernentin sachbearbeiter sachbearbeiterin dolmetscher dolmetscherin ubersetzer ubersetzerin
    kryetar kryetare kryetari kryetarja nenkryetar nenkryetare drejtor drejtore drejtori drejtoresha specialiste
    keshilltar keshilltare perkthyes perkthyese koordinatore pergjegjes pergjegjese shef shefe sekretar sekretare
    maire adjoint adjointe directeur directrice conseiller conseillere chargee
    gradonacelnik gradonacelnica nacelnik nacelnica predsjednik predsednik savjetnik savetnik
    vali valisi vekili kaymakam kaymakami buyukelci buyukelcisi elci elcisi maslahatguzar konsolos konsolosu
    baskonsolos baskonsolosu tercuman tercumani mihmandar mihmandari memur memuru sef sefi koordinator koordinatoru
    sorumlu sorumlusu temsilci temsilcisi rektor rektoru dekan dekani muhendis muhendisi mimar mimari uye uyesi bakan
    bakani musavir musaviri atase atasesi mufettis mufettisi sozcu sozcusu personel personeli gorevli gorevlisi
    avukat yardimci yardimcisi baskan baskani mudur muduru uzman uzmani sekreter sekreteri danisman danismani"""
)
_SURNAMES_TOO = word_set("uzman elci vali baskan mimar sef head dean clerk chair memur avukat bakan")
_DEPARTMENTS = word_set(
    """department dept division unit directorate bureau office section desk affairs relations cooperation protocol
    protokol iliskiler iliskileri mudurluk mudurlugu daire dairesi baskanlik baskanligi birim birimi sube subesi
    servisi kalem basin abteilung referat buro stabsstelle dezernat fachbereich drejtoria sektori departamenti
    kabineti cabinet secretariat sekreterligi international uluslararasi odeljenje odjel communications projects
    projeler tercume phd mba msc"""
)
_ORGANISATIONS = word_set(
    """municipality belediye belediyesi ministry bakanligi bakanlik embassy buyukelciligi buyukelcilik
    baskonsoloslugu konsoloslugu konsolosluk consulate chamber odasi university universitesi universite universitat
    universiteti universita universidad valiligi valilik kaymakamligi council borough stadt stadtverwaltung rathaus
    landeshauptstadt gemeinde landkreis mairie comune ayuntamiento ajuntament opstina opcina primaria prefecture
    prefectural government authority agency ajansi foundation vakfi vakif dernegi dernek association birligi union
    network institute enstitusu academy akademisi federation federasyonu bashkia bashkise komuna hakimiyat hokimiyat
    akimat meriya meclisi parliament gmbh ltd inc llc bank bankasi school okulu museum muzesi komisyonu commission
    idaresi cumhurbaskanligi city"""
)
_TWO_WORD_ORGANISATIONS = ("city hall", "town hall", "a s", "ville de", "grad ", "dimos ")
# What closes the organisation in front of a title: "… Belediyesi Dış İlişkiler Daire Başkanı", "… Municipality, …".
_HOUSES = word_set(
    """belediyesi bakanligi valiligi kaymakamligi universitesi buyukelciligi baskonsoloslugu konsoloslugu odasi
    birligi ajansi vakfi dernegi idaresi municipality embassy ministry university bashkia"""
)
_POSSESSIVE_RANKS = word_set("baskani muduru rektoru uzmani danismani memuru tercumani koordinatoru") | {
    "genel sekreteri"
}
_LINKS = word_set("of the for at in and a de der des e i te la le du di ve ile t c")
_PREPOSITION = re.compile(r" (?:of|at|for|from|in|bei|në|de|der|del)(?: (?:the|der|la|le))? ", re.IGNORECASE)
_LONGEST_PLACE = 3  # words
_MOST_WORDS = 16  # of one piece that are looked at for a place


def has_rank(text: str) -> bool:
    """Whether ``text`` names what a person is."""
    return bool(_ranks(fold(text).split()))


def _ranks(words: list[str]) -> list[str]:
    return [word for word in words if word in _RANKS]


def is_title(text: str) -> bool:
    """Whether ``text`` is a rank or a department and no name. "Ayşe Uzman" is a name, "Proje Uzmanı" is not."""
    words = fold(text).split()
    ranks = _ranks(words)
    if len(words) == 2 and ranks == [words[1]] and ranks[0] in _SURNAMES_TOO:
        ranks = []
    return bool(ranks) or any(word in _DEPARTMENTS for word in words)


def is_organisation(text: str) -> bool:
    """Whether ``text`` names a house. May be true of a title as well ("Mayor of the City of Essen")."""
    folded = fold(text)
    return any(word in _ORGANISATIONS for word in folded.split()) or any(
        f" {name}" in f" {folded} " for name in _TWO_WORD_ORGANISATIONS
    )


def split_office(text: str) -> tuple[str, str]:
    """The title and the organisation in one piece; either may be empty.

    "Mayor of the City of Essen" → ("Mayor", "City of Essen"); "Ankara Büyükşehir Belediyesi Dış İlişkiler Daire
    Başkanı" → ("Dış İlişkiler Daire Başkanı", "Ankara Büyükşehir Belediyesi"); "Belediye Başkanı" is all title.
    """
    if not is_organisation(text):
        return text, ""
    words = text.split()
    for number, word in enumerate(words[1:-1][:_MOST_WORDS], 1):
        house, rest = " ".join(words[: number + 1]), " ".join(words[number + 1 :])
        if fold(word) in _HOUSES and fold(words[number + 1]) not in _LINKS and is_title(rest) and not has_rank(house):
            return (rest[:-1] if fold(rest) in _POSSESSIVE_RANKS else rest), house
    if not has_rank(text):
        return "", text
    for match in reversed(list(_PREPOSITION.finditer(text))):
        title, house = text[: match.start()], text[match.end() :]
        # A lone word ("the Parliament") says too little without its title.
        if (
            has_rank(title)
            and fold(title) != "member"
            and " " in house
            and is_organisation(house)
            and not has_rank(house)
        ):
            return title, house
    return text, ""


def places_in_organisation(text: str) -> Iterator[str]:
    """What may be the place in an organisation's name, the likeliest first: "Municipality of Tirana" → "Tirana"."""
    words = [word.strip("()\"“”'’") for word in text.split()][:_MOST_WORDS]
    runs: list[list[str]] = [[]]
    for word in words:
        folded = fold(word)
        if not folded or folded in _ORGANISATIONS | _LINKS | _DEPARTMENTS | {"buyuksehir", "hall"}:
            runs.append([])
        else:
            runs[-1].append(word)
    for run in filter(None, runs):
        for length in range(min(len(run), _LONGEST_PLACE), 0, -1):
            for start in range(len(run) - length + 1):
                yield " ".join(run[start : start + length])


_PLACE_IN_TITLE = re.compile(
    r"\b(?:of|in|for|at)(?: the)? (?P<after>(?:[^\W\d_][\w'’.-]*)(?: [A-ZÀ-ÞİŞĞČĆŽŠĐ][\w'’.-]*){0,2})"
    r"|(?P<before>\S+) (?:büyükşehir|belediye|mayor|municipality|vali)",
    re.IGNORECASE,
)


def places_in_title(text: str) -> Iterator[str]:
    """What may be the place in a title: "Mayor of Tirana", "Tiran Belediye Başkanı" → "Tirana", "Tiran"."""
    for match in _PLACE_IN_TITLE.finditer(text[:400]):
        if match["before"]:
            yield match["before"]
            continue
        words = match["after"].split()
        for length in range(len(words), 0, -1):
            yield " ".join(words[:length])
