// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.workbench.figures.FlowFigures;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveTest {
    private final Live live = new Live(
            "boiler",
            Map.of(),
            Map.of("same", Set.of("0.3"), "older", Set.of("0.1"), "mixed", Set.of("0.1", "0.2")),
            FlowFigures.NONE);

    @Test
    void aStepTellsWhichVersionRunsIfTheFlowMeansAnother() {
        assertThat(live.version("Same", "0.3")).isEqualTo("0.3");
        assertThat(live.version("older", "0.3")).isEqualTo("0.1 → 0.3");
        assertThat(live.version("mixed", "0.2")).isEqualTo("several → 0.2");
        assertThat(live.version("never", "0.2")).isEqualTo("0.2");
    }
}
