// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import dev.signalbox.protocol.codec.PropertyBags;
import dev.signalbox.protocol.topic.Reserved;
import dev.signalbox.testing.tls.Trusting;
import dev.signalbox.testing.wire.Tap;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// Listens in on the wire before a hub, with the hub's own key, and counts the messages that travel there again. So
/// what
/// it counts is what was sent, whatever the hub did with it.
final class Eavesdropper implements Tap {
    private static final String TELEMETRY = "/messages/events/";

    private final Path hubFolder;
    private final Map<String, BitSet> heard = new HashMap<>();
    private long messages;
    private long again;
    private int mostOnOneConnection;
    private @Nullable SSLContext hub;
    private @Nullable SSLContext device;

    Eavesdropper(Path hubFolder) {
        this.hubFolder = hubFolder;
    }

    @Override
    public Socket device(Socket plain) throws IOException {
        prepare();
        var socket = tls(hub, plain);
        socket.setUseClientMode(false);
        return socket;
    }

    @Override
    public Socket hub(Socket plain) throws IOException {
        prepare();
        return tls(device, plain);
    }

    /// The hub makes its key when it first starts.
    private synchronized void prepare() throws IOException {
        if (hub == null) {
            String authority = Files.readString(hubFolder.resolve("ca-certificate.pem"));
            hub = HubKey.context(Files.readString(hubFolder.resolve("server.pem")));
            device = Trusting.context(authority);
        }
    }

    private static SSLSocket tls(@Nullable SSLContext as, Socket plain) throws IOException {
        if (as == null) {
            throw new IOException("No key");
        }
        return (SSLSocket) as.getSocketFactory().createSocket(plain, "127.0.0.1", plain.getPort(), true);
    }

    @Override
    public Ear ear() {
        return new PublishEar(new OneConnection()::hears);
    }

    /// Messages that were on the wire before, in all.
    synchronized long again() {
        return again;
    }

    /// The most of them on one connection.
    synchronized int mostOnOneConnection() {
        return mostOnOneConnection;
    }

    /// Different ones.
    synchronized long messages() {
        return messages;
    }

    private final class OneConnection {
        private int repeats;

        private void hears(String topic) {
            int bag = topic.indexOf(TELEMETRY);
            if (bag < 0) {
                return;
            }
            Map<String, String> properties = PropertyBags.read(topic.substring(bag + TELEMETRY.length()));
            String epoch = properties.get(Reserved.EPOCH.wireName());
            if (epoch != null) {
                count(epoch, Integer.parseInt(properties.getOrDefault(Reserved.SEQUENCE.wireName(), "")));
            }
        }

        private void count(String epoch, int sequence) {
            synchronized (Eavesdropper.this) {
                BitSet known = heard.computeIfAbsent(epoch, fresh -> new BitSet());
                if (known.get(sequence)) {
                    again++;
                    mostOnOneConnection = Math.max(mostOnOneConnection, ++repeats);
                } else {
                    known.set(sequence);
                    messages++;
                }
            }
        }
    }
}
