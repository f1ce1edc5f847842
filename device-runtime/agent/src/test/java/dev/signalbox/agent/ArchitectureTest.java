// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent;

import dev.signalbox.testing.rules.CommonRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theModuleKeepsTheRules() {
        CommonRules.check(
                "dev.signalbox.agent",
                "dev.signalbox.device..",
                "dev.signalbox.engine..",
                "dev.signalbox.api..",
                "dev.signalbox.protocol..");
    }
}
