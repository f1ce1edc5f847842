// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import java.util.Arrays;

/// Numbers of which most are small, one after the other: seven bits a byte, the lowest first, the eighth set where more
/// follow; and bytes among them. `ByteArrayOutputStream` takes a lock for each. For one thread.
final class Varints {
    /// Of an int, in bytes.
    private static final int LONGEST = 5;

    private byte[] bytes = new byte[64];
    private int end;

    /// @param value not negative, or it takes the most room
    void add(int value) {
        makeRoom(LONGEST);
        int rest = value;
        while (rest < 0 || rest >= 0x80) {
            bytes[end++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[end++] = (byte) rest;
    }

    void addBytes(byte[] more) {
        makeRoom(more.length);
        System.arraycopy(more, 0, bytes, end, more.length);
        end += more.length;
    }

    private void makeRoom(int more) {
        if (bytes.length - end < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + more));
        }
    }

    boolean isEmpty() {
        return end == 0;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, end);
    }
}
