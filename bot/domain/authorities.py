"""Which authority gives a permission, on which day: ministries change their names, and old papers keep the old one."""

from collections.abc import Mapping
from datetime import date

from bot.domain.approvals import PERMISSION

AUTHORITIES: Mapping[tuple[str, str], tuple[tuple[date, Mapping[str, str]], ...]] = {
    ("TR", PERMISSION): (
        (date.min, {"en": "Ministry of the Interior", "tr": "İçişleri Bakanlığı"}),
        (
            date(2018, 12, 10),
            {"en": "Ministry of Environment and Urbanisation", "tr": "Çevre ve Şehircilik Bakanlığı"},
        ),
        (
            date(2021, 10, 29),
            {
                "en": "Ministry of Environment, Urbanisation and Climate Change",
                "tr": "Çevre, Şehircilik ve İklim Değişikliği Bakanlığı",
            },
        ),
    ),
}
"""{(team's country, step): ((from which day on, {language: name}), …)}, the earliest first.

Interior until Law 7153 art. 28, Official Gazette 30621 of 10.12.2018; renamed by Presidential Decree 85, Official
Gazette 31643 of 29.10.2021.
"""


def authority(country: str, step: str, day: date, language: str) -> str:
    """Who gave it on that day; "" where nothing is known."""
    name = ""
    for since, names in AUTHORITIES.get((country, step), ()):
        if since <= day:
            name = names.get(language, names["en"])
    return name
