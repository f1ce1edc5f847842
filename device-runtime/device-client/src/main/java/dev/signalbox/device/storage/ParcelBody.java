// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// How the messages of a parcel stand in its blob, one after the other: length of the rest (4 bytes), CRC-32C (4), kind
/// (1), expiry (8), length of the bag (4), bag, then the payload or, for a large one, its size (8) and file name.
final class ParcelBody {
    private static final int HEAD = 8;
    private static final int FIXED = 13;
    private static final byte PLAIN = 0;
    private static final byte LARGE = 1;

    private ParcelBody() {}

    static byte[] write(ParcelRow row, List<Entry> entries) {
        byte[] body =
                new byte[entries.stream().mapToInt(entry -> HEAD + rest(entry)).sum()];
        int end = 0;
        for (int index = 0; index < entries.size(); index++) {
            int begin = end;
            end = write(entries.get(index), ByteBuffer.wrap(body).position(begin));
            ByteBuffer.wrap(body).putInt(begin + 4, crc(row.address(index), body, begin, end));
        }
        return body;
    }

    private static int rest(Entry entry) {
        return FIXED
                + entry.bag().length
                + (entry.largeFile().isEmpty() ? entry.payload().length : 8 + name(entry).length);
    }

    private static byte[] name(Entry entry) {
        return entry.largeFile().getBytes(StandardCharsets.UTF_8);
    }

    private static int write(Entry entry, ByteBuffer out) {
        out.putInt(rest(entry)).putInt(0);
        out.put(entry.largeFile().isEmpty() ? PLAIN : LARGE).putLong(entry.expiresAge());
        out.putInt(entry.bag().length).put(entry.bag());
        if (entry.largeFile().isEmpty()) {
            out.put(entry.payload());
        } else {
            out.putLong(entry.largeBytes()).put(name(entry));
        }
        return out.position();
    }

    private static int crc(byte[] address, byte[] bytes, int begin, int end) {
        var crc = new CRC32C();
        crc.update(address);
        crc.update(bytes, begin, 4);
        crc.update(bytes, begin + HEAD, end - begin - HEAD);
        return (int) crc.getValue();
    }

    /// As many messages as the row says; empty where one is not as it was written.
    static List<Optional<Entry>> read(ParcelRow row, byte[] body) {
        var entries = new ArrayList<Optional<Entry>>(row.entries());
        int begin = 0;
        for (int index = 0; index < row.entries(); index++) {
            int end = end(body, begin);
            entries.add(end < 0 ? Optional.empty() : read(row.address(index), body, begin, end));
            begin = end < 0 ? body.length : end;
        }
        return entries;
    }

    private static int end(byte[] body, int begin) {
        if (body.length - begin < HEAD + FIXED) {
            return -1;
        }
        int rest = ByteBuffer.wrap(body).getInt(begin);
        return rest < FIXED || rest > body.length - begin - HEAD ? -1 : begin + HEAD + rest;
    }

    private static Optional<Entry> read(byte[] address, byte[] body, int begin, int end) {
        var in = ByteBuffer.wrap(body, begin + 4, end - begin - 4);
        if (in.getInt() != crc(address, body, begin, end)) {
            return Optional.empty();
        }
        try {
            boolean large = in.get() == LARGE;
            long expires = in.getLong();
            byte[] bag = bytes(in, in.getInt());
            if (!large) {
                return Optional.of(new Entry(bag, bytes(in, in.remaining()), "", 0, expires));
            }
            long size = in.getLong();
            String name = new String(bytes(in, in.remaining()), StandardCharsets.UTF_8);
            return Optional.of(new Entry(bag, new byte[0], name, size, expires));
        } catch (BufferUnderflowException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        if (length < 0) {
            throw new IllegalArgumentException("a negative length");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
