// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.release.Language;
import java.util.Locale;

/// A service in the list, in words.
///
/// @param trouble how many steps of it are restarting or quarantined
/// @param running how many steps of it run
record ServiceRow(ServiceSummary service, boolean dirty, long running, long trouble) {
    String name() {
        return service.name();
    }

    String language() {
        return service.language() == Language.JAVA ? "Java" : "Python";
    }

    String version() {
        return service.versions().isEmpty()
                ? ""
                : service.versions().getFirst().version().toString();
    }

    /// Whether the newest version waits for its release.
    boolean draft() {
        return !service.versions().isEmpty() && service.versions().getFirst().state() == ServiceState.DRAFT;
    }

    Lamp.State lamp() {
        if (trouble > 0) {
            return Lamp.State.CAUTION;
        }
        return running > 0 ? Lamp.State.CLEAR : Lamp.State.DARK;
    }

    boolean matches(String words) {
        return name().toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT));
    }
}
