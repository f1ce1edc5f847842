// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench;

import dev.signalbox.testing.rules.CommonRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theModuleKeepsTheRules() {
        CommonRules.check(
                "dev.signalbox.workbench",
                "dev.signalbox.operator..",
                "dev.signalbox.protocol..",
                "dev.signalbox.authoring..",
                "dev.signalbox.engine..",
                "dev.signalbox.api..");
    }
}
