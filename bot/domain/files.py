"""Files that belong to records: photos, scans, papers."""

from dataclasses import dataclass

LARGEST = 20 * 1024 * 1024
"""Bytes: what a bot may download (Bot API, getFile)."""
SHOWN = 10


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a record. ``is_here`` says that its content is in the database, ``is_lost`` that it never will be."""

    id: int
    name: str
    media_type: str
    size: int
    is_here: bool
    is_lost: bool

    @property
    def is_picture(self) -> bool:
        """Whether it is shown rather than offered as a document."""
        return self.media_type in ("image/jpeg", "image/png", "image/webp")
