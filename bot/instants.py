"""An instant as an option of the command line."""

from datetime import UTC, datetime

import click


class Instant(click.ParamType[datetime]):
    """An instant as ISO 8601; without an offset it is UTC."""

    name = "ISO-INSTANT"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The aware instant."""
        try:
            instant = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not an instant; for example: 2026-05-04T09:00:00+03:00", param, ctx)
        return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
