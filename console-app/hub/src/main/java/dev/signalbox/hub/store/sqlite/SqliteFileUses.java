// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.FileUseRecords;
import dev.signalbox.hub.store.LogPlace;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

record SqliteFileUses(Handle handle) implements FileUseRecords {
    @Override
    public void add(String file, long channel, long key) {
        handle.execute("INSERT OR IGNORE INTO file_use (file, channel, key) VALUES (?, ?, ?)", file, channel, key);
    }

    @Override
    public boolean areEntered() {
        return handle.createQuery("SELECT uses_entered FROM follow")
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public void setEntered() {
        handle.execute("UPDATE follow SET uses_entered = 1");
    }

    @Override
    public boolean has(String file) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM file_use WHERE file = :file)"
                        + " OR EXISTS (SELECT 1 FROM part WHERE file = :file AND file <> '')")
                .bind("file", file)
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public void leave(String file, LogPlace since) {
        handle.execute(
                "INSERT INTO file_left (file, segment, bytes) VALUES (?, ?, ?) ON CONFLICT (file) DO NOTHING",
                file,
                since.segment(),
                since.bytes());
    }

    @Override
    public boolean areUndated() {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM file_left WHERE segment IS NULL)")
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public void date(LogPlace since) {
        handle.execute(
                "UPDATE file_left SET segment = ?, bytes = ? WHERE segment IS NULL", since.segment(), since.bytes());
    }

    @Override
    public List<Left> left(String after, int most) {
        return handle.createQuery(
                        "SELECT * FROM file_left WHERE file > ? AND segment IS NOT NULL ORDER BY file LIMIT ?")
                .bind(0, after)
                .bind(1, most)
                .map((row, _) -> new Left(
                        row.getString("file"),
                        new LogPlace(row.getInt("segment"), row.getLong("bytes")),
                        row.getBoolean("going")))
                .list();
    }

    @Override
    public void release(Collection<String> files) {
        for (String file : files) {
            handle.execute(
                    has(file)
                            ? "DELETE FROM file_left WHERE file = ?"
                            : "UPDATE file_left SET going = 1 WHERE file = ?",
                    file);
        }
    }

    @Override
    public boolean isGoing(String file) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM file_left WHERE file = ? AND going)")
                .bind(0, file)
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public void deleted(Collection<String> files) {
        files.forEach(file -> handle.execute("DELETE FROM file_left WHERE file = ?", file));
    }

    /// A dead letter is forgotten, and with it whatever is made of chunks there.
    void forgetLetter(long key) {
        handle.execute(
                "INSERT OR IGNORE INTO file_left (file) SELECT file FROM file_use WHERE channel = 0 AND key = ?", key);
        handle.execute("DELETE FROM file_use WHERE channel = 0 AND key = ?", key);
        handle.execute(
                "INSERT OR IGNORE INTO file_left (file) SELECT part.file FROM part JOIN assembly"
                        + " ON assembly.id = part.assembly WHERE done_channel = 0 AND done_key = ? AND part.file <> ''",
                key);
    }

    /// Messages before a key of a channel are forgotten, and with them whatever is made of chunks there.
    void forget(long channel, long before) {
        handle.execute(
                "INSERT OR IGNORE INTO file_left (file) SELECT file FROM file_use WHERE channel = ? AND key < ?",
                channel,
                before);
        handle.execute("DELETE FROM file_use WHERE channel = ? AND key < ?", channel, before);
        handle.execute(
                "INSERT OR IGNORE INTO file_left (file) SELECT part.file FROM part JOIN assembly"
                        + " ON assembly.id = part.assembly WHERE done_channel = ? AND done_key < ? AND part.file <> ''",
                channel,
                before);
    }
}
