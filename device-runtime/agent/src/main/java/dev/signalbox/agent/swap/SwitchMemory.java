// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.Problem;
import java.util.Optional;

/// Keeps on disk what operators have switched off, because a node that starts far from its hub must
/// not run it. May be asked from any thread.
final class SwitchMemory {
    private final Kept<Switches> kept;

    /// A file that a disk has spoiled counts as none: the hub says again what is off.
    SwitchMemory(Folder folder, SwapThread thread) {
        var file = new KeptFile<>(folder, "switches.json", Switches.class);
        this.kept = new Kept<>(file, file.read(thread.complaints()).orElse(Switches.ALL_ON), thread);
    }

    Switches switches() {
        return kept.value();
    }

    /// In force when this returns, and on disk as soon as the disk takes it.
    void keep(Switches next) {
        kept.keepSoon(next, () -> {});
    }

    Optional<Problem> whyOff(StepAddress step) {
        return OffProblems.of(switches(), step);
    }
}
