"""A year of a Turkish desk, from May to May, as it types; ``test_a_year.py`` says what happens in one."""

from tests.desk import Desk
from tests.story import SCREEN, screens, tell

FILED = (
    "/protokol almatı kardeş şehir 3 haziran 1977, karar 01.04.1977 sayı 12, izin dosyada",
    "/protokol saraybosna iş birliği protokolü 1 mart 2022, 28 şubat 2027'ye kadar, 3 ay önceden bildirim, karar 04.01.2022 sayı 8, izin 09.02.2022 sayı 12301/50000",
    "/protokol bişkek mutabakat zaptı 14 mart 2024",
    "/ziyaret bişkek'ten 10 haziran 2024 teknik ziyaret: tramvay",
    "/ziyaret üsküp'e 20 ekim 2025 teknik ziyaret: katı atık; program: tesis ve belediye; sonuç: pilot proje",
    "/ziyaret priştine'den 2 haziran 2025",
    "/ziyaret priştine'ye 3 mayıs 2024",
    "/kisi Kairat Nurlan, belediye başkanı, Almatı",
    "/ders aksayan yön: bişkek: tercüman tramvay terimlerini bilmiyordu konu: toplu taşıma",
)


def test_bir_yil(desk: Desk) -> None:
    desk.team(city="Ankara", language="tr")
    for member in ("Ayşe", "Mehmet"):
        desk.as_(member)
    for line in FILED:
        assert desk.say(line).startswith("✓"), line
    tell(
        desk,
        """
        -- Pazartesi 2026-06-01 09:00
        Haftalık gündem · 1–7 Haziran 2026
        …
          A2 Saraybosna: bildirim için son gün 28 Kasım, bitiş 28 Şubat 2027
        …
          3 Haziran 2027 · Almatı: imzanın 50. yıl dönümü (A1)
        Onay kaydı eksik: 1
        …
        Bir yıldır temas yok: 1 kent
        …
        Hatırlatma: A2 · İş birliği protokolü
        Saraybosna, Bosna-Hersek
        Bildirim için son gün 28 Kasım, bitiş 28 Şubat 2027 (5 ay sonra)
        [1] Uzatma başladı  [2] Göster  [3] Ertele  [4] Üstlen

        > /taslak almatı yıl dönümü
        Taslak · İmza yıl dönümü · Almatı
        İngilizce · A1 · kime: Kairat Nurlan (C1)
        _____,
        50 years have passed since Ankara and Almaty signed the agreement that ties our cities (anniversary: 3 June 2027).
        I thank you and all who have kept this friendship alive, and look forward to what we shall do together.
        Yours sincerely,
        Mayor of Ankara
        Boş kaldı: hitap
        Eklemek için: /duzelt C1 hitap: …
        …

        > /takip A1 için 50. yıl mektubu sorumlu: mehmet 1 mart 2027
        ✓ T1 · Takip işi
        50. yıl mektubu
        A1 · Almatı, Kazakistan
        Son gün: 1 Mart 2027 Pazartesi
        Sorumlu: Mehmet
        …

        > /etkinlik ankara'da almatı günleri 10-13 haziran 2027
        ✓ E1 · Kültür günleri
        ankara'da almatı günleri
        10–13 Haziran 2027 Perşembe–Pazar
        Ev sahibi: Ankara (biz)
        Konuk: Almatı, Kazakistan
        …

        > /ziyaret almatı'ya 3 haziran 2027: 50. yıl
        ✓ V5 · Ziyaret · giden heyet
        Almatı, Kazakistan
        3 Haziran 2027 Perşembe
        Amaç: 50. yıl
        …

        > /uzatma a2
        ✓ A2 · Saraybosna
        Uzatma başladı: bitiş günü değişene kadar hatırlatılmaz.
        …

        > /temassiz
        12 aydır temas yok · 3 kent
        Bişkek · V1 · 10 Haziran 2024 · 23 ay önce
        Almatı · tarihli temas kaydı yok · sıradaki planlı
        Saraybosna · tarihli temas kaydı yok
        …

        -- Pazartesi 2026-07-06 09:00
        Haftalık gündem · 6–12 Temmuz 2026
        Bu hafta bir şey yok, günü yaklaşan da yok.
        …

        > /durum priştine
        Priştine · Pristina, Kosova
        İlişki durumu: hareketsiz
        13 aydır temas yok · seyrekleşti: son 12 ayda 0, önceki 4 yılda 2 temas · 5 yılda 1 gelen, 1 giden · protokol yok
        Son temas: V3 · 2 Haziran 2025 · Ziyaret · gelen heyet
        → Bir ziyaret, mektup ya da telefon ilişkiyi canlandırır.
        …

        > /telefon priştine: sonbaharda bekliyorlar
        ✓ N2 · Telefon görüşmesi
        Priştine, Kosova
        6 Temmuz 2026 Pazartesi
        sonbaharda bekliyorlar
        …

        > /durum priştine
        Priştine · Pristina, Kosova
        İlişki durumu: canlı
        son temas bugün · son 12 ayda 1, önceki 4 yılda 2 temas · 5 yılda 1 gelen, 1 giden · protokol yok
        Son temas: N2 · 6 Temmuz 2026 · Telefon görüşmesi: sonbaharda bekliyorlar
        …

        > /ziyaret priştine'ye 7 eylül nezaket ziyareti
        ✓ V6 · Nezaket ziyareti · giden heyet
        Priştine, Kosova
        7 Eylül 2026 Pazartesi
        Kosova: resmî tatillerini bilmiyorum
        …

        -- Pazartesi 2026-08-10 09:00
        Haftalık gündem · 10–16 Ağustos 2026
        Bu hafta bir şey yok, günü yaklaşan da yok.
        …
        Hatırlatma: V6 · Nezaket ziyareti · giden heyet
        Priştine, Kosova
        7 Eylül 2026 Pazartesi
        4 hafta sonra
        Son ziyaret: V3 · 2 Haziran 2025 · Ziyaret · gelen heyet
        Not: N2 · 6 Temmuz 2026 · Telefon görüşmesi: sonbaharda bekliyorlar
        [1] Göster  [2] Ertele  [3] Üstlen

        > Ayşe: /ziyaret tiran'dan 28 kasım 2026 teknik ziyaret: tramvay, 6 kişi, sorumlu: ayşe
        ✓ V7 · Teknik ziyaret · gelen heyet
        Tiran, Arnavutluk
        28 Kasım 2026 Cumartesi · 6 kişi
        Amaç: tramvay
        Sorumlu: Ayşe
        ⚠ 28 Kasım · Türkiye: hafta sonu
        ⚠ 28 Kasım · Arnavutluk: resmî tatil (Bayrak ve Bağımsızlık Günü)
        [1] Geri al  [2] Düzelt  [3] 27 Kasım olsun  [4] 2 Aralık olsun

        > Ayşe: pardon 1 aralık
        ✓ V7: 28 Kasım 2026 Cumartesi → 1 Aralık 2026 Salı
        ⚠ 1 Aralık · Arnavutluk: resmî tatil (Kurtuluş Günü, telafi günü)
        [1] Geri al  [2] Not olarak ekle  [3] 27 Kasım olsun  [4] 2 Aralık olsun

        > Ayşe: [2 Aralık olsun]
        ✓ V7: 1 Aralık 2026 Salı → 2 Aralık 2026 Çarşamba
        V7 · Teknik ziyaret · gelen heyet
        Tiran, Arnavutluk
        2 Aralık 2026 Çarşamba · 6 kişi
        Amaç: tramvay
        Sorumlu: Ayşe
        …

        > Ayşe: /dersler toplu taşıma
        Çıkarılan dersler · toplu taşıma
        N1 · Aksayan yön · Bişkek: tercüman tramvay terimlerini bilmiyordu
        …

        -- Pazartesi 2026-11-30 09:00
        Haftalık gündem · 30 Kasım – 6 Aralık 2026
        …
          Çar 2 · V7 Tiran, teknik ziyaret, gelen heyet, 6 kişi (Ayşe)
        …
          3 Haziran 2027 · Almatı: imzanın 50. yıl dönümü (A1)
        Onay kaydı eksik: 1
        …
        Bir yıldır temas yok: 2 kent
        …

        > Ayşe: ↪ V7: program: depo, kumanda merkezi, belediye
        ✓ V7: program: depo, kumanda merkezi, belediye
        …

        -- Perşembe 2026-12-03 17:00

        > Ayşe: ↪ V7: sonuç: iki mühendis mayısta Tiran'a gidecek
        ✓ V7: sonuç: iki mühendis mayısta Tiran'a gidecek
        [1] Geri al  [2] Not olarak ekle  [3] Takip işlerini ekle

        > Ayşe: [Takip işlerini ekle]
        ✓ V7 için 3 takip işi
        T2 · teşekkür mektubu · V7 Tiran · 10 Aralık 2026 · Ayşe
        T3 · tutanak · V7 Tiran · 10 Aralık 2026 · Ayşe
        T4 · hediye kaydı · V7 Tiran · 10 Aralık 2026 · Ayşe
        …

        > Ayşe: /hediye tiran'dan: gümüş tepsi
        ✓ G1 · Kabul edilen hediye
        gümüş tepsi
        Kimden: Tiran, Arnavutluk
        3 Aralık 2026 Perşembe
        Değeri takdir edilmedi
        3628 sayılı Kanun m. 3: ₺280.750 (2026) üzerindeyse kuruma teslim için son gün 3 Ocak 2027
        Değer takdiri için son gün: 13 Aralık 2026
        …

        > Ayşe: /tamam t4
        ✓ T4 · hediye kaydı
        Tamamlandı: 3 Aralık 2026 · Ayşe
        …

        -- Perşembe 2026-12-10 09:00
        to Ayşe:
        Bugün son gün:
        T2 · Takip işi
        teşekkür mektubu
        V7 · Tiran, Arnavutluk
        Son gün: 10 Aralık 2026 Perşembe
        Sorumlu: Ayşe
        [1] Tamamlandı  [2] Düzelt
        to Ayşe:
        Bugün son gün:
        T3 · Takip işi
        tutanak
        V7 · Tiran, Arnavutluk
        Son gün: 10 Aralık 2026 Perşembe
        Sorumlu: Ayşe
        [1] Tamamlandı  [2] Düzelt

        > Ayşe: /mektup tiran'a: ziyaret için teşekkür, bugün
        ✓ L1 · Giden mektup · teşekkür
        Tiran, Arnavutluk
        ziyaret için teşekkür
        10 Aralık 2026 Perşembe
        …

        > Ayşe: /tamam t2
        ✓ T2 · teşekkür mektubu
        Tamamlandı: 10 Aralık 2026 · Ayşe
        …

        > Ayşe: /tamam t3
        ✓ T3 · tutanak
        Tamamlandı: 10 Aralık 2026 · Ayşe
        …

        -- Pazartesi 2026-12-14 09:00
        Haftalık gündem · 14–20 Aralık 2026
        Bu hafta bir şey yok, günü yaklaşan da yok.
        …

        > /protokol saraybosna iş birliği protokolü 1 mart 2027 5 yıllığına, 3 ay önceden bildirim
        ✓ A4 · İş birliği protokolü
        Saraybosna, Bosna-Hersek
        29 Şubat 2032 tarihine kadar · 1 Mart 2027 tarihinde imzalanacak
        Bildirim için son gün: 29 Kasım 2031 (3 ay önceden)
        ⚠ Meclis kararı kaydı yok
        ⚠ Bakanlık izni kaydı yok
        …

        > /karar a4 11.12.2026 171
        ✓ A4: meclis kararı: 11 Aralık 2026, sayı 171
        …
        Meclis kararı: 11 Aralık 2026, sayı 171
        ⚠ Bakanlık izni kaydı yok
        …

        > /izin a4 istendi bugün E-12345678-000-9876
        ✓ A4: bakanlık izni: istendi 14 Aralık 2026, sayı E-12345678-000-9876
        …
        Meclis kararı: 11 Aralık 2026, sayı 171
        Bakanlık izni: istendi 14 Aralık 2026, sayı E-12345678-000-9876
        ⚠ Yürürlüğe girmedi, izin bekleniyor
        …

        -- Salı 2027-02-09 11:00

        > /izin a4 08.02.2027 31750/50000
        ✓ A4: bakanlık izni: istendi 14 Aralık 2026, sayı E-12345678-000-9876 → 8 Şubat 2027, sayı 31750/50000
        …
        Meclis kararı: 11 Aralık 2026, sayı 171
        Bakanlık izni: 8 Şubat 2027, sayı 31750/50000 (Çevre, Şehircilik ve İklim Değişikliği Bakanlığı)
        …

        > /uzat a2 a4
        ✓ A2: durum: süresi uzatıldı, 1 Mart 2027; yerine geçen: A4
        …
        Süresi uzatıldı, 1 Mart 2027 · 28 Şubat 2027 tarihine kadar · imza: 1 Mart 2022
        Yerine geçen: A4
        Meclis kararı: 4 Ocak 2022, sayı 8
        Bakanlık izni: 9 Şubat 2022, sayı 12301/50000 (Çevre, Şehircilik ve İklim Değişikliği Bakanlığı)
        …

        > a2
        A2 · İş birliği protokolü
        …
        Süresi uzatıldı, 1 Mart 2027 · 28 Şubat 2027 tarihine kadar · imza: 1 Mart 2022
        Yerine geçen: A4
        Meclis kararı: 4 Ocak 2022, sayı 8
        Bakanlık izni: 9 Şubat 2022, sayı 12301/50000 (Çevre, Şehircilik ve İklim Değişikliği Bakanlığı)
        …

        -- Pazartesi 2027-03-01 09:00
        Haftalık gündem · 1–7 Mart 2027
        …
          A4 Saraybosna: imza 1 Mart
        …
          T1 · 50. yıl mektubu · A1 Almatı · 1 Mart 2027 · Mehmet
        Onay kaydı eksik: 1
        …
        Bir yıldır temas yok: 2 kent
        …
        Bugün son gün:
        T1 · Takip işi
        50. yıl mektubu
        A1 · Almatı, Kazakistan
        Son gün: 1 Mart 2027 Pazartesi
        Sorumlu: Mehmet
        [1] Tamamlandı  [2] Düzelt
        …

        > Mehmet: /tamam t1
        ✓ T1 · 50. yıl mektubu
        Tamamlandı: 1 Mart 2027 · Mehmet
        …

        > /mektup almatı'ya: 50. yıl kutlaması, bugün
        ✓ L2 · Giden mektup · kutlama
        Almatı, Kazakistan
        50. yıl kutlaması
        1 Mart 2027 Pazartesi
        …

        -- Pazartesi 2027-03-08 09:00
        Haftalık gündem · 8–14 Mart 2027
        Bu hafta bir şey yok, günü yaklaşan da yok.
        …

        > /takip evrak
        Evrakı eksik ziyaretler · 1
        V1 · 10 Haziran 2024 · Bişkek: Teknik ziyaret · gelen heyet, tramvay
          Kaydı yok: program, sonuç
        …

        > ↪ V1: program: kaydı tutulmamış
        ✓ V1: program: kaydı tutulmamış
        …

        > ↪ V1: sonuç: bilet sistemimizi örnek aldılar
        ✓ V1: sonuç: bilet sistemimizi örnek aldılar
        …

        > v2
        V2 · Teknik ziyaret · giden heyet
        Üsküp, Kuzey Makedonya
        20 Ekim 2025 Pazartesi
        Amaç: katı atık
        Program: tesis ve belediye
        Sonuç: pilot proje
        …

        > /gecmis a2
        A2 geçmişi
        9 Şubat 2027, 11:00 · Fatma: durum: süresi uzatıldı, 1 Mart 2027; yerine geçen: A4
        4 Mayıs 2026, 09:00 · Fatma: kaydetti

        > /protokoller onayı eksik
        Onay kaydı eksik: 1
        A3 · 14 Mart 2024 · Bişkek: Mutabakat zaptı
        …

        > /kent tiran
        Tiran · Tirana, Arnavutluk
        Orada saat 07.00 (2 saat geri)
        Son temas: L1 · 2 ay önce
        İlişki durumu: düzenli
        Son kayıtlar:
          V7 · 2 Aralık 2026 · Teknik ziyaret · gelen heyet, tramvay
        …

        > /durum
        İlişki durumu · 6 kent
        2 hareketsiz · 2 düzenli · 1 canlı · 1 bilinmiyor
        Üsküp · hareketsiz: 16 aydır temas yok
        Bişkek · hareketsiz: 2 yıldır temas yok
        Priştine · düzenli: son temas 6 ay önce
        Tiran · düzenli: son temas 2 ay önce
        Almatı · canlı: son temas 7 gün önce
        Saraybosna · bilinmiyor: temas kaydı yok

        > /karsiliklilik 2026
        Karşılıklılık, 2026
        Priştine: 0 gelen, 1 giden
        Tiran: 1 gelen, 0 giden
        Toplam: 1 gelen, 1 giden
        …

        > /gunler almatı
        Millî günler ve yıl dönümleri · Almatı, Kazakistan
        3 Haziran · Almatı: imzanın 50. yıl dönümü (A1)
        25 Ekim · Kazakistan: Cumhuriyet Günü (Almatı)
        …

        -- Pazartesi 2027-05-31 09:00
        Haftalık gündem · 31 Mayıs – 6 Haziran 2027
        …
          Per 3 · V5 Almatı, giden heyet
        …
          10–13 Haziran · E1 ankara'da almatı günleri
        Onay kaydı eksik: 1
        Bir yıldır temas yok: 2 kent
        …
        """,
    )
    assert {screens(said) > SCREEN for said in desk.said} == {False}
