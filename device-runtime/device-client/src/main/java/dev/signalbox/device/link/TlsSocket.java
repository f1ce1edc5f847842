// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocket;

/// A socket that speaks TLS to a host whose name it has checked, and hears nothing before it has said something.
///
/// In MQTT it is the device that begins. Paho starts one thread that hears and one that speaks, and looks now and then
/// whether each of them runs: one that had begun and ended in between is awaited for ever, by a thread that stays. So a
/// line that breaks at once is not told before Paho has begun to speak, by when it knows of all its threads.
final class TlsSocket extends Socket {
    private final SSLSocket secured;
    private final CountDownLatch spoken = new CountDownLatch(1);

    /// @param secured not connected yet
    TlsSocket(SSLSocket secured) {
        this.secured = secured;
    }

    /// Returns once TLS is agreed upon. Each part of that may take as long as given.
    @Override
    public void connect(SocketAddress address, int timeoutMillis) throws IOException {
        secured.connect(address, timeoutMillis);
        secured.setSoTimeout(timeoutMillis);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        secured.setSoTimeout(millis);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Ears(secured.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new Mouth(secured.getOutputStream());
    }

    @Override
    public void close() throws IOException {
        spoken.countDown();
        secured.close();
    }

    private final class Ears extends FilterInputStream {
        Ears(InputStream in) {
            super(in);
        }

        @Override
        public int available() throws IOException {
            return spoken.getCount() == 0 ? super.available() : 0;
        }

        @Override
        public int read() throws IOException {
            awaitSpeech();
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            awaitSpeech();
            return super.read(bytes, from, length);
        }

        private void awaitSpeech() throws IOException {
            try {
                spoken.await();
            } catch (InterruptedException ended) {
                throw new InterruptedIOException("Nobody listens any more");
            }
        }
    }

    private final class Mouth extends FilterOutputStream {
        Mouth(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int octet) throws IOException {
            try {
                out.write(octet);
            } finally {
                spoken.countDown();
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } finally {
                spoken.countDown();
            }
        }
    }
}
