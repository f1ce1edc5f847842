# SPDX-License-Identifier: Apache-2.0
"""What Python services inherit from. Everything here may be called from any thread and any event loop.

A service's attributes belong to its author, so nothing is kept on the instance but `id`, `queue`, `config`, `task`.
"""

from __future__ import annotations

import json
from typing import Any, Callable

from queue_message import QueueMessage
from signalbox_child import node, packages


class BaseService:
    """What every service has."""

    def __init__(self, id: str, queue: Any) -> None:
        self.id = id
        self.queue = queue
        self.task = None

    # What the node calls. Each may be left out.

    async def Start(self) -> None:
        """The service has been made; other services may not be ready yet. It may run for ever."""

    async def Stop(self) -> None:
        """The service ends: its step changes, is disabled, or the node ends."""

    async def Process(self, message: QueueMessage) -> None:
        """A message came along a wire."""

    async def StateUpdate(self, state: QueueMessage) -> None:
        """The twin is this now: `state.message[0]` is {"desired": ..., "reported": ...}."""

    async def msb_signed_in(self, args: QueueMessage) -> None:
        """The node has signed in."""

    async def SendEvent(self, message: QueueMessage) -> None:
        """Nothing; for services that send to a cloud of their own."""

    async def _send_event(self, message: QueueMessage) -> None:
        pass

    async def _change_state(self, message: QueueMessage) -> None:
        pass

    # What a service calls.

    async def SubmitAction(self, destination: str, action: str, message: Any) -> None:
        """Calls a method of another service; `*` reaches all. Returns when it waits there."""
        await node.act(destination, action, message)

    async def Debug(self, message: Any) -> None:
        """Writes a line."""
        await node.log("DEBUG", message)

    async def Warning(self, message: Any) -> None:
        """Writes a line in yellow."""
        await node.log("WARNING", message)

    async def ThrowError(self, message: Any, fault_code: Any = None, fault_description: Any = None) -> None:
        """Writes a line in red and raises an alert. Codes from 90000 up are the node's own."""
        if isinstance(message, dict):
            fault_code = message.get("fault_code", fault_code)
            fault_description = message.get("fault_description", fault_description)
            message = message.get("description", message)
        await node.log("ERROR", message, fault_code, fault_description)

    async def Track(self, message: Any) -> None:
        """Hands a tracking record, a dict, to the logger."""
        await self.SubmitAction("logger", "_track", message)

    async def SubmitMessage(self, message: Any) -> None:
        """Sends to the hub; returns once the message is on the node's disk."""
        await node.submit(message)

    async def StartService(self, service: Any) -> None:
        """Not possible here: a living object cannot leave the process of its service."""
        raise TypeError("StartService needs a process for both; put the service into the flow as a step of its own")

    async def StopCustomServices(self) -> None:
        await self.SubmitAction("orchestrator", "_stop_custom_services", "")

    async def StartCustomServices(self) -> None:
        await self.SubmitAction("orchestrator", "_start_custom_services", "")

    def get_settings(self) -> dict[str, Any]:
        """What the node knows of itself, such as `nodeName`, and what `save_settings` kept."""
        return node.settings()

    async def save_settings(self, settings: dict[str, Any]) -> None:
        """Keeps the settings on the node's disk."""
        node.save_settings(settings)

    def AddPipPackage(self, package: str, module: str, name: str) -> Any:
        """Answers an object of a module; installs the package first if need be and allowed. May take minutes."""
        return packages.attribute(package, module, name)

    def printf(self, msg: Any) -> None:
        print(msg, flush=True)

    # Ours; the names cannot meet an author's.

    async def signalbox_emit(self, message: Any, properties: dict[str, str] | None = None) -> None:
        """Sends along the wires that leave this step; returns when the message waits at their ends."""
        await node.emit(message, properties)

    async def signalbox_subscribe(self, address: str, handler: Callable[[QueueMessage], Any]) -> None:
        """Has the handler called with what another step emits."""
        await node.subscribe(address, handler)


class CustomService(BaseService):
    """What an author's service inherits from."""

    def __init__(self, id: str, queue: Any, config: Any = None) -> None:
        super().__init__(id, queue)
        self.config = node.config() if config is None else config

    def GetPropertyValue(self, category: str, prop: str) -> Any:
        """The value of a `static`, `security` or `general` property; "undefined" when there is none."""
        config = getattr(self, "config", None) or node.config()
        try:
            return next(entry["value"] for entry in config[f"{category}Config"] if entry["id"] == prop)
        except (KeyError, TypeError, StopIteration):
            return "undefined"

    def GetState(self) -> Any:
        """Whether the step is enabled."""
        return self.GetPropertyValue("general", "enabled")

    def get_configuration(self) -> Any:
        """The JSON at the address that the twin desires as `msbConfig.uri`; None when it names none."""
        return node.configuration(json.loads)
