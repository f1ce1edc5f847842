// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.LogLevel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is to be told of a change once it is committed. Gathered inside the transaction, anew with each try of it.
final class News {
    private final Set<String> operations = new LinkedHashSet<>();
    private final Set<DeviceId> changed = new LinkedHashSet<>();
    private final Set<DeviceId> shutOut = new LinkedHashSet<>();
    private final List<String> decisions = new ArrayList<>();

    void operation(String id) {
        operations.add(id);
    }

    void changed(DeviceId id) {
        changed.add(id);
    }

    void shutOut(DeviceId id) {
        shutOut.add(id);
    }

    /// Somebody decided something; a sentence for the log.
    void decided(String sentence) {
        decisions.add(sentence);
    }

    void tell(Admissions.Hearers hearers) {
        shutOut.forEach(hearers.shutOut());
        changed.forEach(hearers.changed());
        if (!operations.isEmpty()) {
            hearers.operations().accept(operations);
        }
        decisions.forEach(sentence -> hearers.notices().happened(LogLevel.RUNTIME, sentence));
    }
}
