"""Socket Mode: a websocket with envelopes, each brought again until it is acknowledged; disconnects, and silence."""

import asyncio
import json
from typing import Any
from uuid import uuid4

from aiohttp import WSMsgType, web

Json = dict[str, Any]


class Sockets:
    """The app's sockets at Slack. ``silent`` ones are open and say nothing any more, not even pong.

    ``failing`` is how many handshakes to come fail, each with its ticket used up.
    """

    def __init__(self) -> None:
        self.open: list[web.WebSocketResponse] = []
        self.connected = 0
        self.silent = False
        self.failing = 0
        self.acked: dict[str, Json | None] = {}
        self.sent: dict[str, Json] = {}
        self._tickets: set[str] = set()
        self._waiting: dict[str, Json] = {}
        self._changed = asyncio.Event()
        self._first: web.WebSocketResponse | None = None

    def ticket(self) -> str:
        """One connection's right."""
        ticket = uuid4().hex
        self._tickets.add(ticket)
        return ticket

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """One socket, until it is closed."""
        if request.query.get("ticket") not in self._tickets:
            return web.Response(status=403)
        self._tickets.discard(request.query["ticket"])
        if self.failing:
            self.failing -= 1
            return web.Response(status=502)
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        first = self._first = self._first or socket
        self.open.append(socket)
        self.connected += 1
        self._tell()
        await socket.send_json({"type": "hello", "num_connections": len(self.open)})
        for envelope in list(self._waiting.values()):
            await socket.send_json(envelope)
        try:
            async for message in socket:
                if self.silent and socket is first:
                    continue
                if message.type == WSMsgType.PING:
                    await socket.pong(message.data)
                elif message.type == WSMsgType.TEXT:
                    answer = json.loads(message.data)
                    self._waiting.pop(answer["envelope_id"], None)
                    self.acked[answer["envelope_id"]] = answer.get("payload")
                    self._tell()
        finally:
            self.open.remove(socket)
        return socket

    def _tell(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    async def send(self, type_: str, payload: Json) -> str:
        """An envelope on the newest socket; its id."""
        id_ = self.hold(type_, payload)
        if self.open:
            await self.open[-1].send_json(self.sent[id_])
        return id_

    def hold(self, type_: str, payload: Json) -> str:
        """An envelope for the next socket; its id."""
        id_ = str(uuid4())
        envelope = {"type": type_, "envelope_id": id_, "payload": payload, "accepts_response_payload": True}
        self._waiting[id_] = self.sent[id_] = envelope
        return id_

    def forget_acks(self) -> None:
        """As if no acknowledgement had arrived: everything is brought again."""
        self._waiting |= self.sent
        self.acked.clear()

    async def until_acked(self, id_: str) -> Json | None:
        """The answer to an envelope."""
        async with asyncio.timeout(30):
            while id_ not in self.acked:
                await self._changed.wait()
        return self.acked[id_]

    async def until_connected(self, count: int) -> None:
        """Until there have been so many connections."""
        async with asyncio.timeout(30):
            while self.connected < count:
                await self._changed.wait()

    async def disconnect(self) -> None:
        """As Slack does when it refreshes a connection."""
        await self.open[-1].send_json({"type": "disconnect", "reason": "refresh_requested"})

    async def stop(self) -> None:
        """Close them all."""
        for socket in list(self.open):
            await socket.close()
