"""E-mail signatures as they are pasted, and the same in one line."""

from typing import Any

import pytest

from tests.unit.parsing.people.reading import read

SIGNATURES: dict[str, tuple[str, dict[str, Any]]] = {
    "turkish municipality": (
        """Saygılarımla,

        AYŞE DEMİR
        Dış İlişkiler Daire Başkanı
        T.C.
        ANKARA BÜYÜKŞEHİR BELEDİYESİ
        Emniyet Mah. Hipodrom Cad. No: 5 Yenimahalle / ANKARA
        Tel: 0 (312) 507 10 00 - Faks: 0 (312) 507 10 01
        E-posta: ayse.demir@ankara.bel.tr
        www.ankara.bel.tr

        Bu e-posta ve ekleri gizlidir; +90 12, x@y""",
        {
            "name": "AYŞE DEMİR",
            "title": "Dış İlişkiler Daire Başkanı",
            "organisation": "ANKARA BÜYÜKŞEHİR BELEDİYESİ",
            "emails": ("ayse.demir@ankara.bel.tr",),
            "phones": ("+90 312 507 10 00",),
        },
    ),
    "albanian": (
        """Me respekt,

        Arben SHEHU
        Drejtor i Marrëdhënieve me Jashtë
        Bashkia Tiranë
        Sheshi "Skënderbej" Nr. 2, 1001 Tiranë, Shqipëri
        Mob: +355 69 123 4567
        E: arben.shehu@tirana.al | W: www.tirana.al""",
        {
            "name": "Arben SHEHU",
            "title": "Drejtor i Marrëdhënieve me Jashtë",
            "organisation": "Bashkia Tiranë",
            "emails": ("arben.shehu@tirana.al",),
            "phones": ("+355 69 123 4567",),
            "partner": "Tiranë",
        },
    ),
    "german": (
        """Mit freundlichen Grüßen
        i.A.
        Dr. Lena Fox
        Referentin für Internationale Beziehungen
        --
        Stadt Essen
        Büro des Oberbürgermeisters
        Porscheplatz 1
        45121 Essen
        Telefon: +49 201 88-12345
        Telefax: +49 201 88-12346
        E-Mail: lena.fox@essen.de
        Internet: www.essen.de

        Diese E-Mail kann vertrauliche Informationen enthalten.""",
        {
            "name": "Lena Fox",
            "title": "Dr., Referentin für Internationale Beziehungen, Büro des Oberbürgermeisters",
            "organisation": "Stadt Essen",
            "emails": ("lena.fox@essen.de",),
            "phones": ("+49 201 8812345",),
            "partner": "Essen",
        },
    ),
    "japanese in latin letters": (
        """**********************
        TANAKA Hiroshi (Mr.)
        Deputy Director, International Cooperation Division
        International Affairs Bureau, City of Yokohama
        6-50-10 Honcho, Naka-ku, Yokohama 231-0005 JAPAN
        TEL: +81-45-671-3813  FAX: +81-45-664-7145
        E-mail: hi-tanaka@city.yokohama.lg.jp
        **********************""",
        {
            "name": "TANAKA Hiroshi",
            "title": "Deputy Director, International Cooperation Division, International Affairs Bureau",
            "organisation": "City of Yokohama",
            "emails": ("hi-tanaka@city.yokohama.lg.jp",),
            "phones": ("+81 45-671-3813",),
            "partner": "Yokohama",
        },
    ),
    "one line": (
        "Ayşe Demir, Tirana, protocol officer, ayse@example.org, +355 4 222 2222",
        {
            "name": "Ayşe Demir",
            "title": "protocol officer",
            "emails": ("ayse@example.org",),
            "phones": ("+355 4 222 2222",),
            "partner": "Tirana",
        },
    ),
    "one line in small letters": (
        "ayşe demir, tiran, bşk. yrd., dış ilişkiler, ayse@example.org, 0532 123 45 67, dil: ingilizce, arnavutça, "
        "hitap: sayın başkanım",
        {
            "name": "ayşe demir",
            "title": "Başkan Yardımcısı, dış ilişkiler",
            "emails": ("ayse@example.org",),
            "phones": ("+90 532 123 45 67",),
            "languages": ("en", "sq"),
            "form_of_address": "sayın başkanım",
            "partner": "tiran",
        },
    ),
    "bars": (
        "Mr John Fox | Head of Protocol | Municipality of Tirana | Tel: +355 4 222 2222 | john@tirana.al",
        {
            "name": "John Fox",
            "title": "Head of Protocol",
            "organisation": "Municipality of Tirana",
            "emails": ("john@tirana.al",),
            "phones": ("+355 4 222 2222",),
            "partner": "Tirana",
        },
    ),
    "letter above, notice below": (
        """Dear Ms Demir,
        thank you for the documents. Our mayor will arrive on 3 May, flight TK 1073.
        Kind regards,
        Jane Roe, PhD
        Head of International Relations at Essen Municipality
        M +49 171 1234567 / T +49 201 88-0 ext. 12
        jane.roe@essen.de
        Please consider the environment before printing, call +90 12""",
        {
            "name": "Jane Roe",
            "title": "PhD, Head of International Relations",
            "organisation": "Essen Municipality",
            "emails": ("jane.roe@essen.de",),
            "phones": ("+49 171 1234567", "+49 201 880 ext. 12"),
            "partner": "Essen",
        },
    ),
    "two languages": (
        """Dr. Ayşe Demir
        Protocol Officer / Protokol Görevlisi
        Bashkia Tiranë / Municipality of Tirana
        Rruga e Durrësit, Tiranë""",
        {
            "name": "Ayşe Demir",
            "title": "Dr., Protocol Officer / Protokol Görevlisi",
            "organisation": "Bashkia Tiranë, Municipality of Tirana",
            "partner": "Tiranë",
        },
    ),
    "labelled form": (
        """Ad Soyad: Ayşe Demir
        Unvan: Bşk. Yrd., Dış İlişkiler
        Kurum: Tiran Bel.
        Cep: 0532 123 45 67
        Dil: en, tr""",
        {
            "name": "Ayşe Demir",
            "title": "Başkan Yardımcısı, Dış İlişkiler",
            "organisation": "Tiran Belediyesi",
            "phones": ("+90 532 123 45 67",),
            "languages": ("en", "tr"),
            "partner": "Tiran",
        },
    ),
}


@pytest.mark.parametrize("name", SIGNATURES)
def test_signature(name: str) -> None:
    text, expected = SIGNATURES[name]
    assert read(text) == expected
