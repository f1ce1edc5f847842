// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import java.util.List;

/// What could be written where a word begins, whatever its letters are. May be asked on any thread, and is quick.
public interface Completions {
    /// Nothing.
    Completions NONE = new Completions() {
        @Override
        public int from() {
            return 0;
        }

        @Override
        public boolean whole() {
            return true;
        }

        @Override
        public List<Completion> matching(String typed) {
            return List.of();
        }
    };

    /// Offset where the word begins.
    int from();

    /// Whether that is all; otherwise more is known once two letters stand there.
    boolean whole();

    /// Those that the letters fit, best first.
    List<Completion> matching(String typed);
}
