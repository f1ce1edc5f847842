// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.protocol.codec.PropertyBags;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Messages one after another in one piece: for each the time in ms since 1970 (8 bytes), then device, property bag and
/// payload, each with its length in bytes (4 bytes, big-endian) before it.
final class Block {
    /// From here on a block has enough, in bytes.
    private static final int FULL = 1 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Set<String> devices = new LinkedHashSet<>();
    private String latest = "";

    void add(StoredMessage message) {
        try {
            note(message.device().value());
            out.writeLong(message.receivedAt().toEpochMilli());
            write(message.device().value().getBytes(StandardCharsets.UTF_8));
            write(PropertyBags.write(message.properties()).getBytes(StandardCharsets.UTF_8));
            write(message.payload());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Messages of a device tend to come several at once.
    private void note(String device) {
        if (!device.equals(latest)) {
            devices.add(device);
            latest = device;
        }
    }

    boolean isEmpty() {
        return devices.isEmpty();
    }

    boolean isFull() {
        return bytes.size() >= FULL;
    }

    String devices() {
        return line(String.join("\n", devices));
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    void clear() {
        bytes.reset();
        devices.clear();
        latest = "";
    }

    /// How a device stands in `devices`.
    static String line(String device) {
        return "\n" + device + "\n";
    }

    /// The messages of one device in a block, oldest first.
    static List<StoredMessage> read(byte[] block, DeviceId device) {
        var found = new ArrayList<StoredMessage>();
        byte[] name = device.value().getBytes(StandardCharsets.UTF_8);
        try (var in = new DataInputStream(new ByteArrayInputStream(block))) {
            while (in.available() > 0) {
                var receivedAt = Instant.ofEpochMilli(in.readLong());
                boolean wanted = Arrays.equals(name, read(in));
                byte[] bag = read(in);
                byte[] payload = read(in);
                if (wanted) {
                    var properties = PropertyBags.read(new String(bag, StandardCharsets.UTF_8));
                    found.add(new StoredMessage(device, receivedAt, properties, payload));
                }
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException("A block of messages is damaged", damaged);
        }
        return found;
    }

    private void write(byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }

    private static byte[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new EOFException("a part of " + length + " bytes does not fit");
        }
        return in.readNBytes(length);
    }
}
