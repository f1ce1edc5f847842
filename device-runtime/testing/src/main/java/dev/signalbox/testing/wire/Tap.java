// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.wire;

import java.io.IOException;
import java.net.Socket;

/// Who listens in on a wire, and so is both ends of the encryption on it. Called from many threads.
public interface Tap {
    /// Takes what one device says on one connection, piece by piece, before the hub hears it. On one thread.
    interface Ear {
        void hears(byte[] bytes, int count);
    }

    /// Hears nothing and passes everything on as it is.
    Tap NONE = new Tap() {
        @Override
        public Socket device(Socket plain) {
            return plain;
        }

        @Override
        public Socket hub(Socket plain) {
            return plain;
        }

        @Override
        public Ear ear() {
            return (bytes, count) -> {};
        }
    };

    /// What is read and written instead of the socket to the device.
    Socket device(Socket plain) throws IOException;

    /// What is read and written instead of the socket to the hub.
    Socket hub(Socket plain) throws IOException;

    /// An ear for a new connection.
    Ear ear();
}
