"""Log lines, to standard error: plain text for a person, or one JSON object a line for a collector.

What people write never goes into a line: it is personal data. Nor does a bot's token, wherever it comes from: it is
part of every address of Telegram's, and so of what libraries log and raise.
"""

import json
import logging
import re
import sys
from datetime import UTC, datetime

_TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_ALWAYS_THERE = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


_TOKEN = re.compile(r"[0-9]{3,20}:[A-Za-z0-9_-]{30,60}")
_TALKATIVE = {
    **dict.fromkeys(("httpx", "httpcore", "aiohttp.access", "asyncio"), logging.WARNING),
    "telegram": logging.CRITICAL + 1,  # it logs whole updates that it cannot read; what it raises we log ourselves
}
"""Loggers of libraries that write addresses and contents of messages, and from which level they may speak."""


class TextFormatter(logging.Formatter):
    """One line for a person, without tokens."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        return _TOKEN.sub("<token>", super().format(record))


class JsonFormatter(logging.Formatter):
    """One line: time (UTC, ISO 8601), level, logger, message, the exception if any, and what ``extra`` added."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        line |= {key: str(value) for key, value in vars(record).items() if key not in _ALWAYS_THERE}
        return _TOKEN.sub("<token>", json.dumps(line, ensure_ascii=False))


def configure_logs(log_format: str, log_level: str) -> None:
    """Write lines from ``log_level`` on in ``log_format`` ("text", "json"), in place of what was configured before."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter() if log_format == "json" else TextFormatter(_TEXT))
    logging.basicConfig(level=log_level.upper(), handlers=[handler], force=True)
    for name, level in _TALKATIVE.items():
        logging.getLogger(name).setLevel(level)
