// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;

/// One connection through a wire.
final class Strand {
    private static final int PIECE = 1 << 16;

    private final Socket device;
    private final Socket hub;
    private volatile boolean dead;

    Strand(Socket device, Socket hub) throws IOException {
        this.device = device;
        this.hub = hub;
        device.setTcpNoDelay(true);
        hub.setTcpNoDelay(true);
    }

    /// Leads until one end closes.
    void lead(Tap tap, Hold hold) throws IOException, InterruptedException {
        Socket saidToDevice = tap.device(device);
        Socket saidToHub = tap.hub(hub);
        Thread back = Thread.ofVirtual().start(() -> copy(saidToHub, saidToDevice, (bytes, count) -> hold.await()));
        copy(saidToDevice, saidToHub, tap.ear());
        back.join();
    }

    private void copy(Socket from, Socket to, Tap.Ear ear) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[PIECE];
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                if (!dead) {
                    ear.hears(some, count);
                    out.write(some, 0, count);
                }
            }
        } catch (IOException ended) {
            // both ends learn of it
        } finally {
            if (!dead) {
                end();
            }
        }
    }

    /// From now on nothing comes through, and nothing is said of it.
    void die() {
        dead = true;
    }

    /// As if the cable were cut: no farewell, not even that of TLS.
    void end() {
        try {
            device.close();
            hub.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
