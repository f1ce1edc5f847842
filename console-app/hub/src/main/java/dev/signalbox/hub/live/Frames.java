// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

/// Writes server-sent events. Data is one line: JSON or a word.
final class Frames {
    static final String HEARTBEAT = ":\n\n";

    private Frames() {}

    static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }

    static String event(String name, long id, String data) {
        return "id: " + id + "\n" + event(name, data);
    }
}
