// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.protocol.codec.SasTokens;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// Somebody at one of the hub's two ports who says whatever he likes, from an address of his own by which the audit
/// trail tells him from others.
final class Intruder implements AutoCloseable {
    static final int SHUT_OUT = -1;
    private static final int PATIENCE_MILLIS = 15_000;
    private static final AtomicInteger LAST = new AtomicInteger(1);

    /// What a web server answered.
    record Answer(int status, String head, String body) {}

    final String address;
    private final Site site;
    private final SSLSocket socket;

    private Intruder(Site site, SSLContext tls, int port) throws IOException {
        int number = LAST.incrementAndGet();
        this.site = site;
        this.address = "127.0." + number / 250 + "." + (2 + number % 250);
        var plain = new Socket();
        plain.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
        plain.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
        this.socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, "127.0.0.1", port, true);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    static Intruder atMqtt(Site site) throws IOException {
        return new Intruder(site, site.tls(), site.address().mqttPort());
    }

    static Intruder atMqtt(Site site, Certificate shown) throws Exception {
        return new Intruder(site, shown.tls(site), site.address().mqttPort());
    }

    static Intruder atHttps(Site site) throws IOException {
        return new Intruder(site, site.tls(), site.address().httpsPort());
    }

    /// Signed in as a device of the hub.
    static Intruder as(Site site, DeviceKeys keys) throws IOException {
        var intruder = atMqtt(site);
        String token = SasTokens.make(
                "127.0.0.1/devices/" + keys.id(),
                keys.primaryKey(),
                Instant.now().plusSeconds(600));
        if (intruder.signsIn(keys.id().value(), token) != 0) {
            throw new AssertionError("A device with its own key was refused");
        }
        return intruder;
    }

    /// The hub's answer to a CONNECT: 0 to 5, or SHUT_OUT.
    int signsIn(String id, String password) throws IOException {
        return signsIn(id, "127.0.0.1/" + id + "/?api-version=2021-04-12", password);
    }

    int signsIn(String id, String user, String password) throws IOException {
        says(connect(4, id, user, password));
        byte[] answer = hears();
        return answer.length == 0 ? SHUT_OUT : answer[3];
    }

    static byte[] connect(int level, String id, String user, String password) {
        return RawDevice.packet(
                0x10,
                RawDevice.text("MQTT"),
                new byte[] {(byte) level, (byte) 0xc2, 0, 60},
                RawDevice.text(id),
                RawDevice.text(user),
                RawDevice.text(password));
    }

    static byte[] publish(String topic, String body) {
        return RawDevice.packet(0x30, RawDevice.text(topic), RawDevice.raw(body));
    }

    /// As much as the hub takes before it closes.
    void says(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException closed) {
            // he hears it
        }
    }

    /// The next short packet, or nothing once the hub has closed.
    byte[] hears() throws IOException {
        try {
            var in = new DataInputStream(socket.getInputStream());
            int head = in.read();
            if (head < 0) {
                return new byte[0];
            }
            int length = in.readUnsignedByte();
            byte[] rest = in.readNBytes(length);
            return RawDevice.join(java.util.List.of(new byte[] {(byte) head, (byte) length}, rest));
        } catch (SocketTimeoutException silence) {
            throw silence;
        } catch (IOException reset) {
            return new byte[0];
        }
    }

    /// Whether the hub acknowledges so many messages, whatever else it says.
    boolean hearsAcknowledgements(int count) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        for (int left = count; left > 0; ) {
            int head = in.read();
            if (head < 0) {
                return false;
            }
            in.skipNBytes(length(in));
            left -= head == 0x40 ? 1 : 0;
        }
        return true;
    }

    /// As MQTT writes how much follows.
    private static int length(DataInputStream in) throws IOException {
        int digit = in.readUnsignedByte();
        int length = digit % 128;
        for (int unit = 128; digit >= 128; unit *= 128) {
            digit = in.readUnsignedByte();
            length += digit % 128 * unit;
        }
        return length;
    }

    /// Waits until the hub says something.
    void hearsByte() throws IOException {
        if (socket.getInputStream().read() < 0) {
            throw new AssertionError("The hub has closed");
        }
    }

    /// Whether the hub closes, whatever it says before.
    boolean isShutOut() {
        try {
            byte[] buffer = new byte[64 * 1024];
            int read = 0;
            while (read >= 0) {
                read = socket.getInputStream().read(buffer);
            }
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /// Asks a web server, in any words, and reads its answer to the end.
    Answer asks(String text) throws IOException {
        says(text.getBytes(StandardCharsets.ISO_8859_1));
        return answer();
    }

    Answer asks(String method, String path, String authorization, String body) throws IOException {
        return asks(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:"
                + site.address().httpsPort()
                + "\r\nConnection: close\r\n"
                + (authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n")
                + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n"
                + new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    private Answer answer() throws IOException {
        var all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketTimeoutException open) {
            throw open;
        } catch (IOException reset) {
            // what came before counts
        }
        String text = all.toString(StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        return end < 0
                ? new Answer(SHUT_OUT, text, "")
                : new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
