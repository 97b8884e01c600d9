"""The abbreviations of Turkish offices."""

import pytest

from bot.parsing.people.abbreviations import write_out


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("bşk.", "Başkan"),
        ("Meclis bşk.", "Meclis Başkanı"),
        ("Eski Bşk.", "Eski Başkan"),
        ("bsk. yrd.", "Başkan Yardımcısı"),
        ("Bel. Bşk. Yrd.", "Belediye Başkan Yardımcısı"),
        ("gn. sek.", "Genel Sekreter"),
        ("Dış İlişkiler D. Bşk.", "Dış İlişkiler Daire Başkanı"),
        ("müd.", "Müdür"),
        ("Dış İlişkiler Müd.", "Dış İlişkiler Müdürü"),
        ("şb. müd.", "Şube Müdürü"),
        ("Tiran bld.", "Tiran Belediyesi"),
        ("Ankara BB", "Ankara Büyükşehir Belediyesi"),
        ("Ankara BB Bşk.", "Ankara Büyükşehir Belediye Başkanı"),
        ("Ankara bşb.", "Ankara Büyükşehir Belediyesi"),
        ("Ankara Büyükşehir Bld.", "Ankara Büyükşehir Belediyesi"),
        ("sn. Başkanım", "Sayın Başkanım"),
        ("Ankara Tic. Od.", "Ankara Ticaret Odası"),
        ("Hacettepe Üni.", "Hacettepe Üniversitesi"),
        ("B.elçi", "Büyükelçi"),
        ("Tiran B.elçiliği", "Tiran Büyükelçiliği"),
        ("Bel Air", "Bel Air"),
    ],
)
def test_abbreviations(short: str, long: str) -> None:
    assert write_out(short) == long
