# SPDX-License-Identifier: Apache-2.0
"""Checks sources: reads one JSON text a line, writes what is wrong with it, or null."""

from __future__ import annotations

import json
import sys


def fault(text: str) -> dict[str, object] | None:
    """What the interpreter does not understand, if anything."""
    try:
        compile(text, "<service>", "exec", dont_inherit=True)
        return None
    except SyntaxError as wrong:
        return {"line": wrong.lineno or 0, "column": wrong.offset or 0, "message": wrong.msg}
    except (ValueError, RecursionError, MemoryError) as wrong:
        return {"line": 0, "column": 0, "message": str(wrong) or type(wrong).__name__}


def main() -> None:
    for line in sys.stdin.buffer:
        print(json.dumps(fault(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
