// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.tryout;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/// Reads lines of which none is longer than what is worth looking at: the rest of a longer one is passed over.
final class BoundedLines {
    static final int LONGEST = 64 * 1024;

    private static final int END = -1;

    private final Reader reader;

    /// @param reader one that buffers
    BoundedLines(Reader reader) {
        this.reader = reader;
    }

    /// The next line; null after the last.
    @Nullable
    String next() throws IOException {
        int first = reader.read();
        if (first == END) {
            return null;
        }
        var line = new StringBuilder();
        for (int one = first; one != '\n' && one != END; one = reader.read()) {
            if (line.length() < LONGEST) {
                line.append((char) one);
            }
        }
        return line.toString();
    }
}
