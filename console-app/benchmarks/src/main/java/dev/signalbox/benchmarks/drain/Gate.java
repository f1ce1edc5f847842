// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.drain;

/// What a device's way to its hub leads through, and what can be closed.
interface Gate {
    /// All connections end, and nobody is let in from now on: the port is closed.
    void close() throws Exception;

    /// Opens it, and returns the time at which the port was open, as of `System.nanoTime`.
    long open() throws Exception;
}
