# SPDX-License-Identifier: Apache-2.0
"""The two streams to the node. Any thread and any event loop may write; one thread reads."""

from __future__ import annotations

import asyncio
import collections
import json
import os
import threading
from contextvars import ContextVar
from typing import Any, Callable, Deque, Dict, List, Optional, Tuple

from signalbox_child import lines

#: Number of the item that is being handled, inherited by the tasks it makes.
current: ContextVar[Optional[int]] = ContextVar("signalbox_item", default=None)

_MOST_UNANSWERED = 256


class Wire:
    def __init__(self, reading: int, writing: int) -> None:
        self._reading = reading
        self._writing = writing
        self._sending = threading.Lock()
        self._asking = threading.Lock()
        self._asked: Dict[int, Tuple[asyncio.AbstractEventLoop, "asyncio.Future[None]"]] = {}
        self._held: Deque[bytes] = collections.deque()
        self._number = 0
        self._open = 0
        os.register_at_fork(after_in_child=self._forked)

    @property
    def is_mine(self) -> bool:
        """False in a process that was forked off."""
        return self._writing >= 0

    def _forked(self) -> None:
        os.close(self._reading)
        os.close(self._writing)
        self._reading = self._writing = -1
        self._sending = threading.Lock()

    def tell(self, line: Dict[str, Any]) -> None:
        """Writes a line that needs no answer."""
        self._send(lines.write(line))

    def done(self, number: int) -> None:
        """Writes that an item is done, before the next is begun: what is not written when this process dies is done
        again by another."""
        self._send(b'{"op":"done","n":%d}\n' % number)

    def _send(self, written: bytes) -> None:
        with self._sending:
            left = memoryview(written)
            while left and self.is_mine:
                left = left[os.write(self._writing, left) :]

    async def ask(self, line: Dict[str, Any]) -> None:
        """Writes a line and waits until the node has done it. What is too much at once waits here."""
        loop = asyncio.get_running_loop()
        answer: "asyncio.Future[None]" = loop.create_future()
        with self._asking:
            self._number += 1
            number = self._number
            written = lines.write({**line, "from": current.get(), "ack": number})
            self._asked[number] = (loop, answer)
            now = self._open < _MOST_UNANSWERED
            if now:
                self._open += 1
            else:
                self._held.append(written)
        if now:
            self._send(written)
        await answer

    def _answered(self, line: Dict[str, Any]) -> None:
        with self._asking:
            loop, answer = self._asked.pop(line["ack"])
            following = self._held.popleft() if self._held else None
            if following is None:
                self._open -= 1
        if following is not None:
            self._send(following)
        try:
            loop.call_soon_threadsafe(_settle, answer, line.get("error"))
        except RuntimeError:
            pass  # the loop that asked is closed

    def read(self, loop: asyncio.AbstractEventLoop, take: Callable[[List[Dict[str, Any]]], None]) -> None:
        """Has the loop take what the node says, from a thread of its own."""
        threading.Thread(target=self._read, args=(loop, take), name="signalbox", daemon=True).start()

    def _read(self, loop: asyncio.AbstractEventLoop, take: Callable[[List[Dict[str, Any]]], None]) -> None:
        rest = b""
        while True:
            chunk = os.read(self._reading, 65536)
            if not chunk:
                os._exit(0)  # the node is gone
            *whole, rest = (rest + chunk).split(b"\n")
            said = []
            for line in json.loads(b"[%b]" % b",".join(whole)):  # at once, because names are then read once
                if line["op"] == "ok":
                    self._answered(line)
                else:
                    said.append(line)
            if said:
                loop.call_soon_threadsafe(take, said)


def _settle(answer: "asyncio.Future[None]", error: Optional[str]) -> None:
    if answer.done():
        return
    if error is None:
        answer.set_result(None)
    else:
        answer.set_exception(RuntimeError(error))
