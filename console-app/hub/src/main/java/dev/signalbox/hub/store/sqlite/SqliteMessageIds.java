// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.MessageIdRecords;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jdbi.v3.core.Handle;

/// Ids are kept as the first half of a SHA-256, which is as good as the id.
record SqliteMessageIds(Handle handle) implements MessageIdRecords {
    private static final int LENGTH = 16;

    @Override
    public boolean add(MessageId id, long key) {
        return handle.execute(
                        "INSERT INTO message_id (channel, device, hash, key) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        id.channel(),
                        id.device(),
                        hash(id),
                        key)
                > 0;
    }

    @Override
    public boolean has(MessageId id) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM message_id WHERE channel = ? AND device = ? AND hash = ?)")
                .bind(0, id.channel())
                .bind(1, id.device())
                .bind(2, hash(id))
                .mapTo(Boolean.class)
                .one();
    }

    private static byte[] hash(MessageId id) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(id.batch().getBytes(StandardCharsets.UTF_8));
            // no id has a character of control
            digest.update((byte) 0);
            digest.update(id.message().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(), LENGTH);
        } catch (NoSuchAlgorithmException everyRuntimeHasIt) {
            throw new IllegalStateException(everyRuntimeHasIt);
        }
    }
}
