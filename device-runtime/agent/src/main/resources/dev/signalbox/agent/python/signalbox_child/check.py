# SPDX-License-Identifier: Apache-2.0
"""Checks sources: reads one JSON text a line, writes what is wrong with it, or null."""

from __future__ import annotations

import json
import sys

from signalbox_child.source import fault


def main() -> None:
    for line in sys.stdin.buffer:
        print(json.dumps(fault(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
