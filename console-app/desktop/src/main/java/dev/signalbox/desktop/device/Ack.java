// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

/// Which outcome of a message its sender wants to hear of.
enum Ack {
    FULL("full", "Both, delivered or lost"),
    POSITIVE("positive", "When it is delivered"),
    NEGATIVE("negative", "When it is lost"),
    NONE("none", "None");

    private final String wireName;
    private final String words;

    Ack(String wireName, String words) {
        this.wireName = wireName;
        this.words = words;
    }

    String wireName() {
        return wireName;
    }

    @Override
    public String toString() {
        return words;
    }
}
