// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.guard.Cost;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.NodeFigures;
import dev.signalbox.protocol.report.NodeFigures.OfStep;
import dev.signalbox.protocol.report.NodeFigures.OfWire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What of a node's counts is said to its hub, and when nothing is.
class FiguresTest {
    private static final int A_MESSAGE_HOLDS = 256 * 1024;

    private final List<NodeFigures> heard = new ArrayList<>();
    private final Map<Integer, Long> counts = new HashMap<>();
    private boolean takes = true;
    private long up = 100;
    private String longName = "";
    private final Figures figures = new Figures(this::read, this::take);

    @AfterEach
    void end() {
        figures.close();
    }

    @Test
    void theFirstReportNamesAllAndTheNextOnesWhatChanged() {
        counts.put(1, 7L);
        counts.put(2, 8L);
        figures.tell();
        counts.put(2, 9L);
        figures.tell();
        assertThat(heard).extracting(report -> report.steps().size()).containsExactly(2, 1);
        assertThat(heard.getLast().steps().getFirst().received()).isEqualTo(9);
        assertThat(heard.getLast().wires().getFirst().carried()).isEqualTo(9);
    }

    @Test
    void afterNewsOneEmptyReportSaysThatAllStandsStillThenNothingIsSaid() {
        counts.put(1, 7L);
        IntStream.range(0, 5).forEach(i -> figures.tell());
        assertThat(heard).extracting(report -> report.steps().size()).containsExactly(1, 0);
    }

    @Test
    void aNodeWithoutStepsSaysSoOnce() {
        figures.tell();
        figures.tell();
        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst().heapMost()).isEqualTo(2);
    }

    @Test
    void afterSigningInAllIsSaidAnew() {
        counts.put(1, 7L);
        figures.tell();
        figures.tell();
        figures.signedIn();
        figures.tell();
        assertThat(heard.getLast().steps()).hasSize(1);
    }

    @Test
    void whatWasNotTakenIsSaidLaterAsItIsThen() {
        takes = false;
        counts.put(1, 7L);
        figures.tell();
        takes = true;
        counts.put(1, 8L);
        figures.tell();
        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst().steps().getFirst().received()).isEqualTo(8);
    }

    @Test
    void twoThousandStepsWithLongNamesComeInPartsThatAMessageHolds() {
        longName = "n".repeat(120);
        IntStream.range(0, 2_000).forEach(i -> counts.put(i, Long.MAX_VALUE - i));
        figures.tell();
        assertThat(heard).hasSizeGreaterThan(1).allMatch(part -> Json.write(part).length < A_MESSAGE_HOLDS);
        assertThat(heard.stream().flatMap(part -> part.steps().stream()).map(OfStep::step))
                .doesNotHaveDuplicates()
                .hasSize(2_000);
        assertThat(heard.stream().flatMap(part -> part.wires().stream())).hasSize(2_000);
        assertThat(heard).extracting(NodeFigures::upMillis).containsOnly(101L);
    }

    @Test
    void aStepThatOnlyWaitsIsNoNewsBecauseOfTheMillisecondsItWaitedIn() {
        assertThat(new Cost(1_234, 5_000_000, 70_000_001).coarse()).isEqualTo(new Cost(1_230, 4 << 20, 66 << 20));
    }

    private NodeFigures read() {
        up++;
        return new NodeFigures(
                up,
                1,
                2,
                counts.entrySet().stream()
                        .map(one -> new OfStep(at(one.getKey()), one.getValue(), 0, 0, 0, 0, 0, 0))
                        .toList(),
                counts.entrySet().stream()
                        .map(one -> new OfWire(at(one.getKey()), at(one.getKey()), one.getValue()))
                        .toList());
    }

    private StepAddress at(int number) {
        return new StepAddress("flow" + longName, "step" + longName + number);
    }

    private boolean take(byte[] report) {
        if (takes) {
            heard.add(Json.read(report, NodeFigures.class));
        }
        return takes;
    }
}
