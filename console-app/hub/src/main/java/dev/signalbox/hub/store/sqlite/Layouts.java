// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// Brings a file's tables up to date: one script per layout, in order, each in a transaction with its number in
/// `user_version`. A script that was ever released does not change again.
final class Layouts {
    private static final long LARGEST_CHECKED = 128 << 20;

    /// A line that begins with a blank, or with END, belongs to the statement before it.
    private static final Pattern BETWEEN = Pattern.compile(";\\R(?![ ]|END\\b)");

    private Layouts() {}

    static void bringUpToDate(Handle handle, Path file, List<String> scripts) {
        int has = handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
        if (has > scripts.size()) {
            throw new ProblemException(StoreProblems.tooNew(file.toString(), has));
        }
        for (int next = has; next < scripts.size(); next++) {
            apply(handle, scripts.get(next), next + 1);
        }
        if (isSmall(handle)) {
            check(handle, file);
        }
    }

    /// A check reads the whole file. That of a million devices takes half a minute, in which no device could sign in;
    /// what is damaged there is found when it is read.
    private static boolean isSmall(Handle handle) {
        long bytes = handle.createQuery("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
                .mapTo(Long.class)
                .one();
        return bytes <= LARGEST_CHECKED;
    }

    private static void check(Handle handle, Path file) {
        String health =
                handle.createQuery("PRAGMA quick_check(1)").mapTo(String.class).one();
        if (!health.equals("ok")) {
            throw new ProblemException(StoreProblems.unreadable(file.toString(), health));
        }
    }

    private static void apply(Handle handle, String script, int version) {
        handle.useTransaction(inside -> {
            for (String statement : BETWEEN.split(read(script))) {
                if (!statement.isBlank()) {
                    inside.execute(statement);
                }
            }
            inside.execute("PRAGMA user_version = " + version);
        });
    }

    private static String read(String script) {
        try (InputStream in = Layouts.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks " + script);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
