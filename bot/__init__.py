"""Dragoman, the international-relations desk of a city hall, in chat."""

__version__ = "0.1.0"
