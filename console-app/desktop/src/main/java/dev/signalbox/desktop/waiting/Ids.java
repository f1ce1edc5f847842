// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.protocol.identity.DeviceId;
import java.util.List;
import java.util.stream.Stream;

/// Device ids as a person writes them.
final class Ids {
    private Ids() {}

    /// What is wrong with one; empty when nothing is.
    static String complaint(String id) {
        try {
            new DeviceId(id);
            return "";
        } catch (IllegalArgumentException malformed) {
            return shortened(id) + ": use letters, digits, - _ . and : , a letter or digit first, 128 at most.";
        }
    }

    /// Several, with commas or line ends between; each once. A blank parts none: `press 0417` is a slip, not two ids.
    static List<String> split(String text) {
        return Stream.of(text.split("[,;\n]+"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    private static String shortened(String id) {
        return id.length() > 40 ? id.substring(0, 40) + "…" : id;
    }
}
