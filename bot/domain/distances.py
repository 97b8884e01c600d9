"""How far apart two points of the earth are."""

from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0088
"""Mean radius (IUGG)."""


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance in km between two points (latitude, longitude) in degrees: the haversine formula."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (a, b))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))
