// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.query;

/// The documents a query asks.
public enum Source {
    /// The twins of devices.
    DEVICES("devices"),
    /// The twins of modules.
    MODULES("devices.modules"),
    /// Where each device stands in each job.
    JOBS("devices.jobs");

    private final String text;

    Source(String text) {
        this.text = text;
    }

    /// As it stands after FROM.
    public String text() {
        return text;
    }
}
