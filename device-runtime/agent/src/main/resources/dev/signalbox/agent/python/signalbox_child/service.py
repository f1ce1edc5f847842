# SPDX-License-Identifier: Apache-2.0
"""Runs one service on one event loop. Messages along wires and events come one after the other, actions at once."""

from __future__ import annotations

import asyncio
import collections
import contextlib
import inspect
import threading
from typing import Any, Awaitable, Callable, Deque, Dict, List, Optional, Set

from queue_message import QueueMessage
from signalbox_child import faults, lines, node, source
from signalbox_child.wire import Wire, current

_LONGEST_FINISH_SECONDS = 1.0


class Service:
    def __init__(self, wire: Wire, service: type) -> None:
        self._wire = wire
        self._class = service
        self._file = f"{service.__module__}.py"
        self._identity = f"{service.__name__.lower()}_py"
        self._instance: Any = None
        self._start: Optional["asyncio.Task[Any]"] = None
        self._stopper: Optional["asyncio.Task[Any]"] = None
        self._items: Deque[Dict[str, Any]] = collections.deque()
        self._some = asyncio.Event()
        self._tasks: Set["asyncio.Task[Any]"] = set()
        self._idle = asyncio.Event()
        self._idle.set()
        self._ended = asyncio.Event()

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._stray)
        threading.excepthook = lambda thrown: self._complain(thrown.exc_value)
        worker = loop.create_task(self._work())
        self._wire.read(loop, self._take)
        self._wire.tell({"op": "ready", "actions": source.actions(self._class)})
        await self._ended.wait()
        worker.cancel()

    def _take(self, said: List[Dict[str, Any]]) -> None:
        for line in said:
            op = line["op"]
            if op in ("process", "event"):
                self._items.append(line)
                self._idle.clear()
                self._some.set()
            elif op == "act":
                self._later(self._act(line))
            else:
                self._later(getattr(self, f"_on_{op}")(line))

    def _later(self, task: Awaitable[None]) -> None:
        running = asyncio.ensure_future(task)
        self._tasks.add(running)
        running.add_done_callback(self._tasks.discard)

    # Its life.

    async def _on_load(self, line: Dict[str, Any]) -> None:
        node.loaded(line)
        try:
            self._instance = source.made(self._class, self._identity, node.Queue(), node.config())
            self._complete()
        except Exception as error:  # the author's constructor
            self._wire.tell({"op": "broken", "error": faults.told(error, self._file)})
            return
        self._wire.tell({"op": "loaded", "actions": source.actions(self._instance)})

    def _complete(self) -> None:
        """A constructor that does not call its base's leaves these out."""
        for name, value in (("id", self._identity), ("config", node.config()), ("task", None)):
            if not hasattr(self._instance, name):
                setattr(self._instance, name, value)

    async def _on_start(self, line: Dict[str, Any]) -> None:
        """It has started when it first waits for something, because many never return."""
        self._start = asyncio.ensure_future(_called(self._instance.Start))
        self._instance.task = self._start
        self._start.add_done_callback(self._start_ended)
        await asyncio.sleep(0)
        if not (self._start.done() and not self._start.cancelled() and self._start.exception()):
            self._wire.tell({"op": "started", "actions": source.actions(self._instance)})

    def _start_ended(self, task: "asyncio.Task[Any]") -> None:
        error = None if task.cancelled() else task.exception()
        if isinstance(error, Exception):
            self._wire.tell({"op": "broken", "error": faults.told(error, self._file)})

    async def _on_stop(self, line: Dict[str, Any]) -> None:
        """Finishes what it has begun and what there is time for; the rest goes back."""
        self._stopper = asyncio.current_task()
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._finished(), _LONGEST_FINISH_SECONDS)
        self._items.clear()
        await self._idle.wait()
        if self._start is not None and not self._start.done():
            self._start.cancel()
            await asyncio.wait([self._start])
        if self._instance is not None:
            await self._guarded(self._instance.Stop)
        self._wire.tell({"op": "stopped"})
        self._ended.set()

    async def _finished(self) -> None:
        await self._idle.wait()
        others = [task for task in self._tasks if task is not self._stopper]
        if others:
            await asyncio.wait(others)

    # What the node tells it.

    async def _on_state(self, line: Dict[str, Any]) -> None:
        node.twin(line["state"])
        await self._tell("StateUpdate", line["state"])

    async def _on_signedin(self, line: Dict[str, Any]) -> None:
        await self._tell("msb_signed_in", {})

    async def _tell(self, action: str, value: Any) -> None:
        method = getattr(self._instance, action, None)
        if callable(method):
            await self._guarded(method, QueueMessage("msb", self._identity, action, value))

    # Messages.

    async def _work(self) -> None:
        while await self._some.wait():
            while self._items:
                line = self._items.popleft()
                await self._handle(line, self._handler(line))
            self._some.clear()
            self._idle.set()

    def _handler(self, line: Dict[str, Any]) -> Optional[Callable[..., Any]]:
        if line["op"] == "event":
            return node.handler(line["address"])
        return getattr(self._instance, "Process", None)

    async def _act(self, line: Dict[str, Any]) -> None:
        action = line["action"]
        method = getattr(self._instance, action, None)
        if not callable(method) or action.startswith("__"):
            await node.log("WARNING", f"{self._identity} has no function called {action}")
            method = None
        await self._handle(line, method)

    async def _handle(self, line: Dict[str, Any], method: Optional[Callable[..., Any]]) -> None:
        current.set(line["n"])
        try:
            if method is not None:
                await _called(method, self._item(line))
        except (Exception, asyncio.CancelledError) as error:  # the author's, unless it is the end
            if self._ended.is_set():
                raise
            self._wire.tell({"op": "failed", "n": line["n"], "error": faults.told(error, self._file)})
        else:
            self._wire.done(line["n"])

    def _item(self, line: Dict[str, Any]) -> QueueMessage:
        action = line.get("action", "Process")
        item = QueueMessage(line.get("service", line["source"]), self._identity, action, lines.unpacked(line))
        item.address = line["source"]
        item.properties = line.get("properties", {})
        item.message_id = line["id"]
        item.time = line["time"]
        return item

    # What goes wrong beside them.

    async def _guarded(self, method: Callable[..., Any], *arguments: Any) -> None:
        try:
            await _called(method, *arguments)
        except (Exception, asyncio.CancelledError) as error:  # the author's, unless it is the end
            if isinstance(error, asyncio.CancelledError) and self._ended.is_set():
                raise
            self._complain(error)

    def _stray(self, loop: asyncio.AbstractEventLoop, context: Dict[str, Any]) -> None:
        error = context.get("exception")
        if error is None:
            self._wire.tell({"op": "log", "level": "WARNING", "text": str(context.get("message", ""))})
        elif error is not self._start_error():
            self._complain(error)

    def _start_error(self) -> Optional[BaseException]:
        ended = self._start is not None and self._start.done() and not self._start.cancelled()
        return self._start.exception() if self._start is not None and ended else None

    def _complain(self, error: Optional[BaseException]) -> None:
        if error is not None:
            self._wire.tell({"op": "fault", "error": faults.told(error, self._file)})


async def _called(method: Callable[..., Any], *arguments: Any) -> None:
    """Services are to be asynchronous; those that are not work, too."""
    result = method(*arguments)
    if inspect.isawaitable(result):
        await result
