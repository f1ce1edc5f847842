// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local;

import dev.signalbox.testing.rules.CommonRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theModuleKeepsTheRules() {
        CommonRules.check("dev.signalbox.local", "dev.signalbox.protocol..");
    }
}
