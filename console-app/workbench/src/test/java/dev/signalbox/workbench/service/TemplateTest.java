// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.release.Language;
import dev.signalbox.workbench.editing.SourceHelp;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void aNewServiceCompilesWhateverItsDescription() {
        try (var help = SourceHelp.create()) {
            for (String description : new String[] {"", "Counts.", "Odd \\u002a/ */ one\nand two %s"}) {
                assertThat(help.check("Pump.java", Template.of("Pump", Language.JAVA, description)))
                        .isEmpty();
            }
        }
    }
}
