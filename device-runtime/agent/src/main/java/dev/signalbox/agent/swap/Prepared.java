// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.release.CheckedRelease;
import dev.signalbox.agent.step.Program;
import dev.signalbox.protocol.release.StepAddress;
import java.util.Map;

/// A release whose new programs are built and may already have processes: it runs, or is closed.
record Prepared(CheckedRelease release, Map<StepAddress, Program> programs) {
    void close() {
        programs.values().forEach(Program::close);
    }
}
