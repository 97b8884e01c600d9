"""Fetching a file that was shared with us (docs.slack.dev, the file object: url_private_download)."""

from urllib.parse import urlsplit

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.base import TooLarge
from bot.adapters.slack.client import error_of

HOST = "files.slack.com"
_LOST = frozenset({"file_not_found", "file_deleted", "no_permission"})


async def download(client: AsyncWebClient, reference: str, largest: int) -> bytes:
    """Its content. Raises ``TooLarge``, ``LookupError`` where it is gone, and what the client raises."""
    try:
        file = (await client.files_info(file=reference))["file"]
    except SlackApiError as error:
        if error_of(error) in _LOST:
            raise LookupError(error_of(error)) from None
        raise
    if int(file.get("size") or 0) > largest:
        raise TooLarge
    url = file.get("url_private_download") or file.get("url_private")
    if not url or file.get("is_external"):
        raise LookupError("it lies elsewhere")
    if urlsplit(url).hostname not in (HOST, urlsplit(client.base_url).hostname):
        raise LookupError("our token is for Slack alone")
    assert client.session
    headers = {"Authorization": f"Bearer {client.token}"}
    async with client.session.get(url, headers=headers, allow_redirects=False, proxy=client.proxy) as response:
        if response.status in (401, 403, 404, 410) or response.status in range(300, 400):
            raise LookupError(f"status {response.status}")  # a redirect leads to the page to log in
        response.raise_for_status()
        content = bytearray()
        async for chunk in response.content.iter_chunked(1 << 16):
            content += chunk
            if len(content) > largest:
                raise TooLarge
    return bytes(content)
