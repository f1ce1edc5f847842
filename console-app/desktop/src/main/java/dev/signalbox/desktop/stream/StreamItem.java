// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

/// A line of the list: a stream, or the name of a group over its streams.
sealed interface StreamItem {
    /// Tells one line from another.
    String id();

    record Heading(String group) implements StreamItem {
        @Override
        public String id() {
            return "group " + group;
        }
    }

    record Entry(long number) implements StreamItem {
        @Override
        public String id() {
            return "stream " + number;
        }
    }
}
