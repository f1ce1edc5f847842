// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

/// The lines a person marked, by place among those shown.
///
/// @param anchor where marking began
/// @param head where it ended, the line itself included
record LogSelection(long anchor, long head) {
    static final LogSelection NONE = new LogSelection(-1, -1);

    boolean isEmpty() {
        return anchor < 0;
    }

    boolean contains(long place) {
        return !isEmpty() && place >= from() && place <= to();
    }

    long from() {
        return Math.min(anchor, head);
    }

    long to() {
        return Math.max(anchor, head);
    }

    LogSelection upTo(long place) {
        return isEmpty() ? new LogSelection(place, place) : new LogSelection(anchor, place);
    }
}
