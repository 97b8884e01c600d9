"""The towns of Northern Cyprus, as data. How they are labelled is the team's choice, not the index's.

GeoNames files them under CY. Turkish teams read "KKTC" behind them (the lead's setting); the ids are those of the
municipalities listed by the Union of Cyprus Turkish Municipalities that the data has.
"""

NORTHERN_CYPRUS = frozenset(
    {
        "own:north-nicosia",  # Lefkoşa
        "geo:146412",  # Girne, Kyrenia
        "geo:146617",  # Gazimağusa, Famagusta
        "geo:146286",  # Güzelyurt, Morphou
        "geo:146027",  # İskele, Trikomo
        "geo:146392",  # Lefke, Lefka
        "geo:146403",  # Lapta, Lapithos
        "geo:145955",  # Yeni Erenköy, Aigialousa
        "geo:146105",  # Dipkarpaz, Rizokarpaso
        "geo:146386",  # Ziyamet, Leonarisso
        "geo:146391",  # Geçitkale, Lefkoniko
        "geo:146638",  # Tuzla, Enkomi
        "geo:146842",  # Güvercinlik, Acheritou
        "geo:146189",  # Beyarmudu, Pergamos
        "own:gonyeli",  # Gönyeli
        "own:degirmenlik",  # Değirmenlik
        "own:alsancak",  # Alsancak
        "own:catalkoy",  # Çatalköy
        "own:esentepe",  # Esentepe
        "own:tatlisu",  # Tatlısu
        "own:dikmen",  # Dikmen
        "own:akdogan",  # Akdoğan
        "own:mehmetcik",  # Mehmetçik
        "own:inonu",  # İnönü
        "own:pasakoy",  # Paşaköy
        "own:serdarli",  # Serdarlı
        "own:vadili",  # Vadili
        "own:alaykoy",  # Alayköy
        "own:buyukkonuk",  # Büyükkonuk
        "own:akincilar",  # Akıncılar
    }
)
