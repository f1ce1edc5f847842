// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.protocol.report.Problem;
import java.util.ArrayList;
import java.util.List;

/// What planning found: what must be mended, and what may be meant so. The same thing is said once.
final class Findings {
    private final List<Problem> blockers = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    void block(Problem problem) {
        if (!blockers.contains(problem)) {
            blockers.add(problem);
        }
    }

    void warn(Problem problem) {
        if (!warnings.contains(problem)) {
            warnings.add(problem);
        }
    }

    List<Problem> blockers() {
        return blockers;
    }

    List<Problem> warnings() {
        return warnings;
    }
}
