// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.Problem;
import java.util.Optional;

/// Keeps on disk what operators have switched off, because a node that starts far from its hub must
/// not run it. May be asked from any thread.
final class SwitchMemory {
    private static final String FILE = "switches.json";

    private final Folder folder;
    private volatile Switches switches;

    SwitchMemory(Folder folder) {
        this.folder = folder;
        this.switches = read(folder);
    }

    /// A file that a disk has spoiled counts as none: the hub says again what is off.
    private static Switches read(Folder folder) {
        try {
            return folder.read(FILE)
                    .map(json -> Json.read(json, Switches.class))
                    .orElse(Switches.ALL_ON);
        } catch (ProblemException spoiled) {
            return Switches.ALL_ON;
        }
    }

    Switches switches() {
        return switches;
    }

    /// On disk when this returns.
    void keep(Switches next) {
        folder.write(FILE, Json.write(next));
        switches = next;
    }

    Optional<Problem> whyOff(StepAddress step) {
        return OffProblems.of(switches, step);
    }
}
