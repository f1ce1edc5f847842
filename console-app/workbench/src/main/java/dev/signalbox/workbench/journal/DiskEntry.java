// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.journal;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.report.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One file of a journal, written by the journal's thread or by whoever waits for it.
final class DiskEntry<T> implements JournalEntry<T> {
    private final JournalKey key;
    private final Class<T> type;
    private final SafeFolder folder;
    private final Consumer<Runnable> soon;
    private final Object newest = new Object();
    private @Nullable Unsaved<T> kept;
    private boolean changed;

    /// @param soon does something within half a second
    DiskEntry(JournalKey key, Class<T> type, SafeFolder folder, Consumer<Runnable> soon) {
        this.key = key;
        this.type = type;
        this.folder = folder;
        this.soon = soon;
    }

    /// This one, for who reads it as that.
    @SuppressWarnings("unchecked")
    <S> DiskEntry<S> as(Class<S> asked) {
        if (!asked.equals(type)) {
            throw new IllegalArgumentException(key.words() + " is kept as " + type + ", not as " + asked);
        }
        return (DiskEntry<S>) this;
    }

    /// What stands in a file.
    record Written(JournalKey key, JsonNode mine, List<JsonNode> sent) {
        static Written read(byte[] content) {
            return Json.read(content, Written.class);
        }
    }

    @Override
    public void keep(Unsaved<T> unsaved) {
        become(unsaved);
    }

    @Override
    public void forget() {
        become(null);
    }

    private void become(@Nullable Unsaved<T> now) {
        synchronized (newest) {
            kept = now;
            if (changed) {
                return;
            }
            changed = true;
        }
        soon.accept(this::settle);
    }

    @Override
    public synchronized void settle() {
        Unsaved<T> now;
        synchronized (newest) {
            if (!changed) {
                return;
            }
            changed = false;
            now = kept;
        }
        if (now == null) {
            folder.delete(key);
        } else {
            folder.write(key, Json.write(written(now)));
        }
    }

    private Written written(Unsaved<T> now) {
        return new Written(
                key, tree(now.mine()), now.sent().stream().map(DiskEntry::tree).toList());
    }

    private static JsonNode tree(Object value) {
        return Json.mapper().valueToTree(value);
    }

    @Override
    public void confirmed(T mine) {
        synchronized (newest) {
            if (kept == null || !kept.mine().equals(mine)) {
                return;
            }
            kept = null;
            changed = true;
        }
        settle();
    }

    @Override
    public synchronized Found<T> found() {
        settle();
        try {
            return new Found<>(folder.read(key).map(this::unsaved), Optional.empty());
        } catch (RuntimeException spoiled) {
            return new Found<>(Optional.empty(), Optional.of(JournalProblems.spoiled(key, folder.aside(key))));
        }
    }

    private Unsaved<T> unsaved(byte[] content) {
        Written written = Written.read(content);
        if (!written.key().equals(key)) {
            throw new IllegalArgumentException(
                    "The file is about " + written.key().words());
        }
        return new Unsaved<>(
                value(written.mine()), written.sent().stream().map(this::value).toList());
    }

    private T value(JsonNode tree) {
        return Json.read(tree.toString().getBytes(StandardCharsets.UTF_8), type);
    }

    @Override
    public synchronized Problem putAside() {
        settle();
        return JournalProblems.gone(key, folder.aside(key));
    }
}
