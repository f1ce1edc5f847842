# SPDX-License-Identifier: Apache-2.0
"""The node, as the service in this process reaches it."""

from __future__ import annotations

import asyncio
import json
import os
from typing import Any, Callable, Dict, Optional

from queue_message import QueueMessage
from signalbox_child import lines
from signalbox_child.wire import Wire

_MOST_TEXT = 16_384
_wire: Optional[Wire] = None
_loaded: Dict[str, Any] = {}
_twin: Dict[str, Any] = {}
_handlers: Dict[str, Callable[[QueueMessage], Any]] = {}


def use(wire: Wire) -> None:
    global _wire
    _wire = wire


def loaded(told: Dict[str, Any]) -> None:
    """What the node says of the step: config and settings."""
    _loaded.update(told)


def twin(state: Dict[str, Any]) -> None:
    _twin.update(state)


def handler(address: str) -> Optional[Callable[[QueueMessage], Any]]:
    return _handlers.get(address.lower())


def _link() -> Wire:
    if _wire is None:
        raise RuntimeError("There is no node: a service runs in a flow only")
    return _wire


async def log(level: str, value: Any, code: Any = None, description: Any = None) -> None:
    line = {"op": "log", "level": level, "text": lines.text(value)[:_MOST_TEXT]}
    if code is not None:
        line["fault"] = str(code)
    if description is not None:
        line["description"] = lines.text(description)[:_MOST_TEXT]
    _link().tell(line)
    await asyncio.sleep(0)


async def submit(value: Any) -> None:
    await _link().ask({"op": "submit", **lines.packed(value)})


async def emit(value: Any, properties: Optional[Dict[str, str]]) -> None:
    told = {str(key): str(item) for key, item in (properties or {}).items()}
    await _link().ask({"op": "emit", "properties": told, **lines.packed(value)})


async def act(destination: str, action: str, value: Any) -> None:
    await _link().ask({"op": "action", "destination": destination, "action": action, **lines.packed(value)})


async def subscribe(address: str, handle: Callable[[QueueMessage], Any]) -> None:
    _handlers[address.lower()] = handle
    await _link().ask({"op": "subscribe", "address": address})


def config() -> Dict[str, Any]:
    return _loaded.get("config", {})


def _settings_file() -> str:
    return os.path.join(os.path.expanduser("~"), "msb-py", "settings.json")


def settings() -> Dict[str, Any]:
    """What was saved; what the node knows is newer."""
    try:
        with open(_settings_file(), encoding="utf-8") as opened:
            saved = json.load(opened)
    except (OSError, ValueError):
        saved = {}
    return {**saved, **_loaded.get("settings", {}), "deviceState": dict(_twin)}


def save_settings(changed: Dict[str, Any]) -> None:
    file = _settings_file()
    fresh = f"{file}.{os.getpid()}.new"
    written = json.dumps(changed, default=str)
    os.makedirs(os.path.dirname(file), exist_ok=True)
    with open(fresh, "w", encoding="utf-8") as opened:
        opened.write(written)
    os.replace(fresh, file)


def configuration(parse: Callable[[bytes], Any]) -> Any:
    wanted = _twin.get("desired", {}).get("msbConfig", {})
    uri = wanted.get("uri") if isinstance(wanted, dict) else None
    if not isinstance(uri, str) or not uri.startswith(("http://", "https://")):
        return None
    import urllib.request  # few services need it, and each would start later for it

    with urllib.request.urlopen(uri, timeout=30) as answer:
        return parse(answer.read(lines.MOST_BYTES))


class Queue(asyncio.Queue):  # type: ignore[type-arg]
    """What a service is given as its queue: whatever is put in reaches the service it names."""

    async def put(self, item: QueueMessage) -> None:
        await act(item.destination, item.action, item.message[0] if item.message else None)

    def put_nowait(self, item: QueueMessage) -> None:
        try:
            asyncio.get_running_loop().create_task(self.put(item))
        except RuntimeError:  # a thread without a loop
            asyncio.run(self.put(item))
