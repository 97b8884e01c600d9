"""Telegram, by python-telegram-bot."""

import os

# The library gives spans of time as timedelta only when it is asked to, and warns at each use otherwise.
os.environ.setdefault("PTB_TIMEDELTA", "1")
