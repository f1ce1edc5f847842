# SPDX-License-Identifier: Apache-2.0
"""`python3 -m signalbox_child FILE`: reads the author's file, says so, and does what the node says."""

from __future__ import annotations

from signalbox_child import streams

if __name__ == "__main__":
    READING, WRITING = streams.take()  # before anything else could print
    streams.own_group()

import asyncio
import os
import sys

from signalbox_child import faults, node, packages, source
from signalbox_child.prints import Prints
from signalbox_child.service import Service
from signalbox_child.wire import Wire


async def _run(wire: Wire, service: type) -> None:
    await Service(wire, service).run()


def main(path: str) -> int:
    wire = Wire(READING, WRITING)
    sys.stdout = prints = Prints(wire)  # type: ignore[assignment]
    node.use(wire)
    packages.join()
    try:
        service = source.class_of(source.module_of(path))
    except Exception as error:  # the author's
        wire.tell({"op": "broken", "error": faults.told(error, os.path.basename(path))})
        return 1
    asyncio.run(_run(wire, service))
    prints.finish()
    return 0


if __name__ == "__main__":
    try:
        code = main(sys.argv[1])
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 1
    sys.stderr.flush()
    os._exit(code)  # threads that the service left end here
