"""International networks that many city halls belong to: their acronyms, and their names by language.

A Turkish name is given only where the network or a desk uses one; the others keep their English name. The League of
Historical Cities is not the "Tarihi Kentler Birliği", which is Türkiye's own union.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Network:
    """``also`` are earlier or other names."""

    acronym: str
    names: Mapping[str, str]
    also: tuple[str, ...] = ()

    def name_in(self, language: str) -> str:
        """Its name in ``language``, else the English one, else the only one."""
        return self.names.get(language) or self.names.get("en") or next(iter(self.names.values()))


NETWORKS = (
    Network("AMF", {"en": "Asian Mayors Forum"}),
    Network("C40", {"en": "C40 Cities Climate Leadership Group"}, ("C40 Cities",)),
    Network("CEMR", {"en": "Council of European Municipalities and Regions"}),
    Network("GDCO", {"en": "Global Design Cities Organization"}),
    Network("ICLEI", {"en": "Local Governments for Sustainability"}, ("ICLEI – Local Governments for Sustainability",)),
    Network("MBB", {"en": "Marmara Municipalities Union", "tr": "Marmara Belediyeler Birliği"}),
    Network("OICC", {"en": "Organization of Islamic Capitals and Cities"}),
    Network("TBB", {"en": "Union of Municipalities of Türkiye", "tr": "Türkiye Belediyeler Birliği"}),
    Network(
        "TDBB",
        {"en": "Union of Turkish World Municipalities", "tr": "Türk Dünyası Belediyeler Birliği"},
    ),
    Network("UCLG", {"en": "United Cities and Local Governments", "tr": "Birleşmiş Kentler ve Yerel Yönetimler"}),
    Network(
        "UCLG-MEWA",
        {
            "en": "United Cities and Local Governments – Middle East & West Asia Section",
            "tr": "Birleşmiş Kentler ve Yerel Yönetimler, Orta Doğu ve Batı Asya Bölge Teşkilatı",
        },
        ("United Cities and Local Governments Middle East and West Asia Section",),
    ),
    Network(
        "WeGO",
        {"en": "World Smart Sustainable Cities Organization"},
        ("World e-Governments Organization of Cities and Local Governments",),
    ),
)
"""By acronym. Sources: the networks' own pages; TDBB, UCLG-MEWA, TBB and MBB as Turkish desks write them."""
