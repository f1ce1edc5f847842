// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.drain;

import dev.signalbox.testing.wire.Wire;
import java.io.IOException;

/// A wire before a hub that runs on: its port is closed and opened at a known moment.
record WireGate(Wire wire) implements Gate {
    @Override
    public void close() throws IOException {
        wire.refuse();
    }

    @Override
    public long open() throws IOException {
        wire.serve();
        return System.nanoTime();
    }
}
