// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.release;

/// What a service is written in.
public enum Language {
    JAVA("java"),
    PYTHON("py");

    private final String ending;

    Language(String ending) {
        this.ending = ending;
    }

    /// What its file's name ends with, and, after `_`, the name by which other services reach it: `pump_py`.
    public String ending() {
        return ending;
    }
}
