"""The abbreviations of Turkish offices, written out: "bşk. yrd." → "Başkan Yardımcısı".

The list is that of a desk's own correspondence (bşk., gn. sek., d. bşk., şb. müd., bld., BB, tic. od., üni., B.elçi).
Written without Turkish letters they are understood where no English or German word looks the same.
"""

import re
from collections.abc import Callable

_Replacement = str | Callable[[re.Match[str]], str]


def _after_a_word(alone: str, after: str) -> Callable[[re.Match[str]], str]:
    """``alone`` at the start of the piece, ``after`` (with a possessive ending) behind the noun that owns it."""

    def replacement(match: re.Match[str]) -> str:
        before = match.string[: match.start()].rstrip()
        word = before.rsplit(None, 1)[-1].casefold().rstrip(".") if before else ""
        return alone if not word or word in _NO_OWNER or not word[-1].isalnum() else after

    return replacement


_NO_OWNER = {"ve", "&", "eski", "önceki", "yeni", "genel", "baş", "kıdemli", "sayın", "vekil"}
_BOUNDED = r"(?<!\w){}(?!\w)"
_RULES: tuple[tuple[re.Pattern[str], _Replacement], ...] = tuple(
    (re.compile(_BOUNDED.format(pattern), flags), replacement)
    for pattern, flags, replacement in (
        (r"b[şs]k\.? ?(?:yrd|yard)\.?", re.IGNORECASE, "Başkan Yardımcısı"),
        (r"(?:gn|gen)\.? ?sek\.? ?(?:yrd|yard)\.?", re.IGNORECASE, "Genel Sekreter Yardımcısı"),
        (r"(?:gn|gen)\.? ?sek\.?", re.IGNORECASE, "Genel Sekreter"),
        (r"(?:gn|gen)\.? ?(?:müd|mud|md)\.? ?(?:yrd|yard)\.?", re.IGNORECASE, "Genel Müdür Yardımcısı"),
        (r"(?:gn|gen)\.? ?(?:müd|mud|md)\.?", re.IGNORECASE, "Genel Müdür"),
        (r"[şs]b\.? ?m[üu]d\.? ?(?:yrd|yard)\.?", re.IGNORECASE, "Şube Müdür Yardımcısı"),
        (r"[şs]b\.? ?m[üu]d\.?", re.IGNORECASE, "Şube Müdürü"),
        (r"(?:müd\.?|mud\.) ?(?:yrd|yard)\.?", re.IGNORECASE, "Müdür Yardımcısı"),
        (r"d\.? ?b[şs]k\.?", re.IGNORECASE, "Daire Başkanı"),
        (r"b[şs]k\.?", re.IGNORECASE, _after_a_word("Başkan", "Başkanı")),
        (r"(?:müd\.?|mud\.)", re.IGNORECASE, _after_a_word("Müdür", "Müdürü")),
        (r"yrd\.?", re.IGNORECASE, _after_a_word("Yardımcı", "Yardımcısı")),
        (r"uzm\.", re.IGNORECASE, _after_a_word("Uzman", "Uzmanı")),
        (r"tic\.? ?(?:ve|&) ?san\.? ?od\.?", re.IGNORECASE, "Ticaret ve Sanayi Odası"),
        (r"tic\.? ?od\.?", re.IGNORECASE, "Ticaret Odası"),
        (r"(?:ü|Ü)n[iİ]v?(?:\.|(?!\w))", re.IGNORECASE, _after_a_word("Üniversite", "Üniversitesi")),
        (r"d[ıiI][şs]\.? [iİIı]l[iİ]?[şs]k?\.", re.IGNORECASE, "Dış İlişkiler"),
        (r"b[.] ?el[çc][iİ](?P<ending>\w*)", re.IGNORECASE, lambda match: "Büyükelçi" + _small(match["ending"])),
        # A metropolitan municipality; BB only in capitals, and only behind a city or in front of its mayor.
        (r"(?:BB|b[şŞ]b\.?)(?= (?:Başkan|Meclis))", 0, "Büyükşehir Belediye"),
        (r"(?:BB|[bB][şŞ][bB]\.?)(?= [bB](?:el|ld)(?:\.|ediye))", 0, "Büyükşehir"),
        (r"(?<=\w )(?:BB|[bB][şŞ][bB]\.?)", 0, "Büyükşehir Belediyesi"),
        (r"(?:bel\.|bld\.?)(?= (?:başkan|meclis))", re.IGNORECASE, "Belediye"),
        (r"(?:bel\.|bld\.?)(?! ?\d)", re.IGNORECASE, _after_a_word("Belediye", "Belediyesi")),
        (r"(?<=\w )(?:büyükşehir|BÜYÜKŞEHİR)$", re.IGNORECASE, "Büyükşehir Belediyesi"),
        (r"[Ss][Nn]\.", 0, "Sayın"),
    )
)


def write_out(text: str) -> str:
    """``text`` (one piece, single spaces) with its Turkish abbreviations written out."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def _small(ending: str) -> str:
    return ending.replace("İ", "i").replace("I", "ı").lower()
