# SPDX-License-Identifier: Apache-2.0
"""What a service prints becomes lines of its log; of a flood, the first of each second."""

from __future__ import annotations

import io
import sys
import threading
import time

from signalbox_child.wire import Wire

_MOST_TEXT = 16_384
_MOST_LINES = 500


class Prints(io.TextIOBase):
    """Stands for `sys.stdout`."""

    encoding = "utf-8"
    errors = "replace"

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._lock = threading.Lock()
        self._begun = ""
        self._second = self._lines = self._left_out = 0

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1

    def write(self, text: str) -> int:
        if not self._wire.is_mine:
            return sys.stderr.write(text)
        with self._lock:
            *whole, begun = (self._begun + text).split("\n")
            if len(begun) > _MOST_TEXT:
                whole.append(begun)
                begun = ""
            self._begun = begun
            told = [line[:_MOST_TEXT] for line in whole if line.strip() and self._has_room()]
        for line in told:
            self._wire.tell({"op": "log", "level": "DEBUG", "text": line})
        return len(text)

    def _has_room(self) -> bool:
        second = int(time.monotonic())
        if second != self._second:
            self._second, self._lines, left_out = second, 0, self._left_out
            self._left_out = 0
            if left_out:
                said = f"{left_out} printed lines were left out: at most {_MOST_LINES} a second are shown"
                self._wire.tell({"op": "log", "level": "WARNING", "text": said})
        self._lines += 1
        self._left_out += self._lines > _MOST_LINES
        return self._lines <= _MOST_LINES

    def finish(self) -> None:
        """Writes what has no end of line yet."""
        if self._begun:
            self.write("\n")
