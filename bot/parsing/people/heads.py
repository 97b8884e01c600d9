"""Who leads the house: the mayor or governor by title, and not a deputy or the head of a part of it."""

from bot.folding import fold
from bot.parsing.words import word_set

_HEADS = word_set(
    """mayor mayoress governor prefect burgermeister burgermeisterin oberburgermeister oberburgermeisterin maire
    alcalde alcaldesa sindaco sindaca kryetar kryetare kryetari kryetarja gradonacelnik gradonacelnica primar
    vali valisi kaymakam kaymakami akim hakim baskan baskani"""
)
_PARTS = word_set(
    """deputy vice adjoint adjointe assistant office cabinet adviser advisor secretary yardimci yardimcisi yrd vekil
    vekili danisman danismani daire meclis meclisi sube birim birimi oda odasi komisyon komisyonu kurul kurulu
    former eski nenkryetar nenkryetare stellvertretender stellvertretende chief of"""
)
_OF = ("mayor of", "governor of", "prefect of", "maire de", "alcalde de", "sindaco di")


def leads_house(title: str) -> bool:
    """Whether the title is that of a city's or province's head: "Mayor of Tirana", "Belediye Başkanı", "Vali"."""
    folded = fold(title)
    words = folded.split()
    if folded.startswith(_OF):
        words = [word for word in words if word != "of"]
    return any(word in _HEADS for word in words) and not any(word in _PARTS for word in words)
