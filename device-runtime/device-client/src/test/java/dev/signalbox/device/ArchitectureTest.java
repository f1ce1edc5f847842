// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device;

import dev.signalbox.testing.rules.CommonRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theModuleKeepsTheRules() {
        CommonRules.check("dev.signalbox.device", "dev.signalbox.protocol..");
    }
}
