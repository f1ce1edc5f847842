# SPDX-License-Identifier: Apache-2.0
"""What one service says to another."""

from __future__ import annotations

from typing import Any


class QueueMessage:
    """`message` is a tuple; what was sent is its first item.

    Those that arrive also have `address` (flow/step of the sender), `properties`, `message_id` and `time`.
    """

    def __init__(self, source: str, destination: str, action: str, *message: Any) -> None:
        self.source = source
        self.destination = destination
        self.action = action
        self.message = message
        self.address = source
        self.properties: dict[str, str] = {}
        self.message_id = ""
        self.time = ""

    def __repr__(self) -> str:
        return f"QueueMessage({self.source!r}, {self.destination!r}, {self.action!r}, {self.message!r})"
