// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.process;

import java.util.Optional;

/// Whether a window can be opened here.
public final class Display {
    private Display() {}

    public static boolean isThere() {
        return !System.getProperty("os.name", "").startsWith("Linux") || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                .isPresent();
    }
}
