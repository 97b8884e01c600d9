"""Turkish suffixes on a year in digits, in the harmony of how it is spoken: 2016'nın, 2005'ten, 1990'lar."""

# Of the last word that is spoken: its genitive, dative, ablative and plural.
_UNITS = {
    1: ("in", "e", "den", "ler"),  # bir
    2: ("nin", "ye", "den", "ler"),  # iki
    3: ("ün", "e", "ten", "ler"),  # üç
    4: ("ün", "e", "ten", "ler"),  # dört
    5: ("in", "e", "ten", "ler"),  # beş
    6: ("nın", "ya", "dan", "lar"),  # altı
    7: ("nin", "ye", "den", "ler"),  # yedi
    8: ("in", "e", "den", "ler"),  # sekiz
    9: ("un", "a", "dan", "lar"),  # dokuz
}
_TENS = {
    1: ("un", "a", "dan", "lar"),  # on
    2: ("nin", "ye", "den", "ler"),  # yirmi
    3: ("un", "a", "dan", "lar"),  # otuz
    4: ("ın", "a", "tan", "lar"),  # kırk
    5: ("nin", "ye", "den", "ler"),  # elli
    6: ("ın", "a", "tan", "lar"),  # altmış
    7: ("in", "e", "ten", "ler"),  # yetmiş
    8: ("in", "e", "den", "ler"),  # seksen
    9: ("ın", "a", "dan", "lar"),  # doksan
}
_HUNDRED = ("ün", "e", "den", "ler")  # yüz
_THOUSAND = ("in", "e", "den", "ler")  # bin
_CASES = ("gen", "dat", "abl", "plural")


def suffixed(year: int, case: str) -> str:
    """``year`` with its suffix; ``case`` is "gen", "dat", "abl" or "plural"."""
    if year % 10:
        forms = _UNITS[year % 10]
    elif year % 100:
        forms = _TENS[year % 100 // 10]
    else:
        forms = _HUNDRED if year % 1000 else _THOUSAND
    return f"{year}'{forms[_CASES.index(case)]}"
