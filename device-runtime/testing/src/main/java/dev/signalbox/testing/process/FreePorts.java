// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Ports for programs that have to listen on the same ones again after they were killed.
///
/// They lie below those that systems give to connections and to listeners that ask for any, so that nobody else takes
/// one while its program is away. Programs of two test runs side by side begin at different places.
public final class FreePorts {
    private static final int FIRST = 10_000;
    private static final int COUNT = 20_000;
    private static final int BETWEEN_RUNS = 211;

    private static long next = ProcessHandle.current().pid() * BETWEEN_RUNS;

    private FreePorts() {}

    /// One that is free now, and was not returned before.
    public static synchronized int next() {
        for (int tried = 0; tried < COUNT; tried++) {
            int port = FIRST + (int) (next++ % COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new AssertionError("No port is free");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
