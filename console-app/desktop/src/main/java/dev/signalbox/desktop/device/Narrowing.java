// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import java.util.Locale;
import java.util.Set;

/// A condition that is in force, and the devices that the hub found for it.
///
/// @param hasMore whether the hub would find more than these
record Narrowing(String condition, Set<String> ids, boolean hasMore) {
    Narrowing {
        ids = Set.copyOf(ids);
    }

    boolean has(String id) {
        return ids.contains(id);
    }

    /// How many there are, in words.
    String words() {
        String number = ids.size() == 1 ? "1 device" : String.format(Locale.ROOT, "%,d devices", ids.size());
        return hasMore ? "the first " + number : number;
    }
}
