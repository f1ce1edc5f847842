// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring;

import dev.signalbox.testing.rules.CommonRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theModuleKeepsTheRules() {
        CommonRules.check("dev.signalbox.authoring", "dev.signalbox.api..", "dev.signalbox.engine..");
    }
}
