// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.protocol.codec.SasTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLSocket;

/// A device that writes its packets byte by byte, right or wrong.
final class RawDevice implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20;

    private final SSLSocket socket;

    RawDevice(Site site) throws IOException {
        socket = (SSLSocket) site.tls()
                .getSocketFactory()
                .createSocket("127.0.0.1", site.address().mqttPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /// Writes as much as the hub takes before it closes, and reads what it says until it is silent for a moment.
    void says(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getInputStream().read(new byte[512]);
        } catch (SocketTimeoutException silence) {
            // it waits for more
        } catch (IOException closed) {
            // it has heard enough
        }
    }

    void writes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /// The next bytes that the hub sends.
    byte[] reads(int bytes) throws IOException {
        var read = new ByteArrayOutputStream();
        Site.await(() -> readsMore(read, bytes - read.size()) && read.size() == bytes);
        return read.toByteArray();
    }

    /// All bytes until these were among them.
    byte[] readsUntil(String end) {
        var read = new ByteArrayOutputStream();
        Site.await(() ->
                readsMore(read, 1024) && read.toString(StandardCharsets.UTF_8).contains(end));
        return read.toByteArray();
    }

    /// False when it is silent for a moment.
    private boolean readsMore(ByteArrayOutputStream into, int most) {
        try {
            byte[] some = new byte[most];
            int many = socket.getInputStream().read(some);
            if (many < 0) {
                throw new AssertionError("The hub closed after " + into.size() + " bytes");
            }
            into.write(some, 0, many);
            return true;
        } catch (SocketTimeoutException silence) {
            return false;
        } catch (IOException closed) {
            throw new java.io.UncheckedIOException(closed);
        }
    }

    /// Good packets as a device sends them, to be spoiled.
    static List<byte[]> packets(DeviceKeys keys) {
        String id = keys.id().value();
        return List.of(
                packet(0x30, text("devices/" + id + "/messages/events/a=b"), text("hello")),
                packet(0x32, text("devices/" + id + "/messages/events/"), new byte[] {0, 1}, text("hello")),
                packet(0x32, text("$iothub/twin/GET/?$rid=1"), new byte[] {0, 2}),
                packet(
                        0x32,
                        text("$iothub/twin/PATCH/properties/reported/?$rid=2"),
                        new byte[] {0, 3},
                        raw("{\"a\":1}")),
                packet(0x30, text("$iothub/methods/res/200/?$rid=1"), raw("{}")),
                packet(0x82, new byte[] {0, 4}, text("$iothub/methods/POST/#"), new byte[] {1}),
                packet(0xa2, new byte[] {0, 5}, text("$iothub/methods/POST/#")),
                packet(0x40, new byte[] {0, 6}),
                packet(0x62, new byte[] {0, 6}),
                packet(0xc0),
                packet(0xe0));
    }

    static byte[] connect(DeviceKeys keys) {
        String id = keys.id().value();
        String token = SasTokens.make(
                "127.0.0.1/devices/" + id, keys.primaryKey(), Instant.now().plusSeconds(3600));
        return packet(
                0x10,
                text("MQTT"),
                new byte[] {4, (byte) 0xc2, 0, 60},
                text(id),
                text("127.0.0.1/" + id + "/?api-version=2021-04-12"),
                text(token));
    }

    static byte[] raw(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] text(String text) {
        byte[] bytes = raw(text);
        return join(List.of(new byte[] {(byte) (bytes.length >> 8), (byte) bytes.length}, bytes));
    }

    static byte[] packet(int head, byte[]... parts) {
        byte[] rest = join(List.of(parts));
        return join(List.of(new byte[] {(byte) head}, length(rest.length), rest));
    }

    /// As MQTT writes how much follows.
    static byte[] length(int bytes) {
        var digits = new ByteArrayOutputStream();
        int left = bytes;
        do {
            digits.write(left % 128 | (left >= 128 ? 128 : 0));
            left /= 128;
        } while (left > 0);
        return digits.toByteArray();
    }

    static byte[] join(List<byte[]> parts) {
        var joined = new ByteArrayOutputStream();
        parts.forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
