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

    @Test
    void aNewPythonServiceHasItsNameInTheTemplateAuthorsKnow() {
        assertThat(Template.of("Pump", Language.PYTHON, "Counts.\nIt does."))
                .startsWith("# Counts. It does.\nfrom queue import Queue\nfrom base_service import CustomService\n")
                .contains("class Pump(CustomService):\n    def __init__(self, id, queue, config):")
                .contains("super(Pump, self).__init__(id, queue, config)");
    }
}
