# SPDX-License-Identifier: Apache-2.0
"""How values are written on the wire: one JSON object a line, UTF-8."""

from __future__ import annotations

import base64
import json
from typing import Any

MOST_BYTES = 2 * 1024 * 1024


def _plain(value: Any) -> Any:
    if isinstance(value, (bytes, bytearray, memoryview)):
        return base64.b64encode(bytes(value)).decode("ascii")
    if isinstance(value, (set, frozenset)):
        return list(value)
    return str(value)


_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=_plain, separators=(",", ":")).encode


def write(line: dict[str, Any]) -> bytes:
    """One line with its end. ValueError when it is too long or holds what JSON has not."""
    written = _encode(line).encode("utf-8", "replace") + b"\n"
    if len(written) > MOST_BYTES:
        raise ValueError(f"A message of {len(written)} bytes is too large; the most is 256 KiB")
    return written


def packed(value: Any) -> dict[str, Any]:
    """A value as members of a line."""
    if isinstance(value, (bytes, bytearray, memoryview)):
        return {"bytes": _plain(value)}
    return {"body": value}


def unpacked(line: dict[str, Any]) -> Any:
    """The value that a line carries."""
    return base64.b64decode(line["bytes"]) if "bytes" in line else line.get("body")


def text(value: Any) -> str:
    """A value as a line of the log."""
    if isinstance(value, str):
        return value
    return _encode(value) if isinstance(value, (dict, list, tuple)) else str(value)
