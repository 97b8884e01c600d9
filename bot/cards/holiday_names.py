"""Names of public holidays that the holidays library has in English only, for readers of another language.

Its English spelling is the catalogue's; a name that is not here stays English, which is true and only foreign.
"""

from bot.i18n import N_, Translator
from bot.national_days import national_day

COMMON = (
    N_("New Year's Day"),
    N_("Orthodox Christmas"),
    N_("Orthodox Christmas Day"),
    N_("Epiphany"),
    N_("International Women's Day"),
    N_("Nowruz"),
    N_("Nowruz Day"),
    N_("Nowruz Holiday"),
    N_("Good Friday"),
    N_("Orthodox Good Friday"),
    N_("Easter Sunday"),
    N_("Easter Monday"),
    N_("Catholic Easter Sunday"),
    N_("Orthodox Easter Sunday"),
    N_("Orthodox Easter Monday"),
    N_("Labor Day"),
    N_("International Labor Day"),
    N_("International Workers' Day"),
    N_("Victory Day"),
    N_("Europe Day"),
    N_("Ascension Day"),
    N_("Whit Sunday"),
    N_("Whit Monday"),
    N_("Corpus Christi"),
    N_("Assumption Day"),
    N_("All Saints' Day"),
    N_("Christmas Eve"),
    N_("Christmas Day"),
    N_("Second Day of Christmas"),
    N_("Saint Stephen's Day"),
    N_("Boxing Day"),
    N_("Isra' and Mi'raj"),
    N_("Arafat Day"),
    N_("Eid al-Fitr"),
    N_("Eid al-Fitr Holiday"),
    N_("Eid al-Adha"),
    N_("Eid al-Adha Holiday"),
    N_("Islamic New Year"),
    N_("Hijri New Year"),
    N_("Ashura"),
    N_("Prophet's Birthday"),
    N_("Prophet Muhammad's Birthday"),
    N_("Independence Day"),
    N_("Republic Day"),
    N_("National Day"),
    N_("Constitution Day"),
    N_("Statehood Day"),
    N_("Chinese New Year"),
)


def holiday_name(name: str, country: str, t: Translator) -> str:
    """A name of the library for a reader; that of the national day is our own."""
    known = national_day(country)
    if known and known.library_name == name:
        return known.name_in(t.language) or name
    return t(name)
