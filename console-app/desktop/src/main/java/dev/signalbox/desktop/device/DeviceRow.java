// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Ages;
import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.identity.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A device in words: what a row of the list says.
record DeviceRow(NodeView node) {
    String id() {
        return node.id().value();
    }

    ClientId client() {
        return ClientId.of(node.id());
    }

    /// Whether our agent runs there, or is to run there.
    boolean isNode() {
        return node.report().isPresent() || !node.orderedSteps().isEmpty();
    }

    Lamp.State lamp() {
        if (!node.enabled()) {
            return Lamp.State.DANGER;
        }
        return node.connected() ? Lamp.State.CLEAR : Lamp.State.DARK;
    }

    String state() {
        if (!node.enabled()) {
            return "disabled";
        }
        return node.connected() ? "connected" : "not connected";
    }

    String seen(Instant now) {
        if (node.connected()) {
            return "now";
        }
        return node.lastSeen().map(at -> Ages.since(at, now) + " ago").orElse("never");
    }

    String tags() {
        return node.tags().entrySet().stream()
                .map(tag -> tag.getKey() + " = " + tag.getValue())
                .collect(Collectors.joining(", "));
    }

    /// Whether a person looking for these words means this device. All must be found.
    boolean matches(String words) {
        String whole = (id() + " " + tags() + " " + state() + (isNode() ? " node" : "")).toLowerCase(Locale.ROOT);
        return words.isBlank()
                || List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                        .allMatch(whole::contains);
    }
}
