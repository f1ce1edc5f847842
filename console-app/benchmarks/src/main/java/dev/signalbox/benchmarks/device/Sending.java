// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.device;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Sends messages over some connections, each with so many unacknowledged at any time.
///
/// @param window unacknowledged messages of a connection
/// @param payload what each message says
record Sending(List<Connection> connections, int window, byte[] payload) {
    /// Sends so many over each connection, waits for the last acknowledgement, and returns messages a second over all.
    double measure(int each) throws InterruptedException {
        var done = new CountDownLatch(connections.size());
        long begin = System.nanoTime();
        connections.forEach(connection -> connection.execute(() -> begin(connection, each, done)));
        done.await();
        return (double) each * connections.size() / ((System.nanoTime() - begin) / 1e9);
    }

    private void begin(Connection connection, int each, CountDownLatch done) {
        var left = new int[] {each, each};
        connection.whenAcknowledged(() -> {
            if (left[0] > 0) {
                left[0]--;
                connection.publish(payload);
            }
            if (--left[1] == 0) {
                done.countDown();
            }
        });
        for (int i = 0; i < Math.min(window, each); i++) {
            left[0]--;
            connection.publish(payload);
        }
        connection.flush();
    }
}
