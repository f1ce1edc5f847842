// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.desktop.kit.Tags;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.function.Predicate;

/// A node as typed into the form.
record NewNode(String name, String tags) {
    /// What is wrong with the name, empty when nothing is or nothing was typed yet.
    String nameComplaint(Predicate<String> taken) {
        if (name.isEmpty()) {
            return "";
        }
        if (taken.test(name)) {
            return "There is a node of that name.";
        }
        try {
            new DeviceId(name);
            return "";
        } catch (IllegalArgumentException malformed) {
            return "Use letters, digits, - _ and . , a letter or digit first.";
        }
    }

    String tagsComplaint() {
        return Tags.complaint(tags);
    }

    boolean isReady(Predicate<String> taken) {
        return !name.isEmpty()
                && nameComplaint(taken).isEmpty()
                && tagsComplaint().isEmpty();
    }

    NewDevice device() {
        return new NewDevice(new DeviceId(name), Tags.read(tags));
    }
}
