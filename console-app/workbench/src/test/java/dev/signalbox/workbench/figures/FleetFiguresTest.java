// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.live.FiguresView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.NodeFigures;
import dev.signalbox.protocol.report.NodeFigures.OfStep;
import dev.signalbox.protocol.report.NodeFigures.OfWire;
import dev.signalbox.workbench.live.FiguresNews;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Totals and rates of a fleet, from what its nodes tell.
class FleetFiguresTest {
    private static final long SECOND = 1_000_000_000L;

    private long now;
    private final FleetFigures fleet = new FleetFigures(() -> now);

    @Test
    void oneReportTellsTotalsAndNoRate() {
        tell("a", 60_000, 1204, 900);
        assertThat(wire()).isEqualTo(new WireFigures(1204, Optional.empty()));
        assertThat(step().received()).isEqualTo(900);
        assertThat(step().perSecond()).isEmpty();
    }

    @Test
    void twoReportsTellARateByTheNodesOwnClock() {
        tell("a", 60_000, 1204, 900);
        now += 9 * SECOND / 10;
        tell("a", 62_000, 1228, 910);
        assertThat(wire()).isEqualTo(new WireFigures(1228, Optional.of(12.0)));
        assertThat(step().perSecond()).contains(5.0);
        assertThat(step().pace()).map(StepFigures.Pace::cpu).contains(0.25);
    }

    @Test
    void nodesAreAddedUpAndOneWhoseRateIsNotKnownHidesNoOther() {
        tell("a", 60_000, 100, 100);
        tell("a", 62_000, 120, 120);
        tell("b", 1_000, 40, 40);
        assertThat(wire()).isEqualTo(new WireFigures(160, Optional.of(10.0)));
    }

    @Test
    void aNodeThatWasStartedAgainBeginsAnew() {
        tell("a", 60_000, 1204, 900);
        tell("a", 62_000, 1228, 910);
        tell("a", 2_000, 10, 10);
        assertThat(wire()).isEqualTo(new WireFigures(10, Optional.empty()));
        tell("a", 4_000, 12, 12);
        assertThat(wire()).isEqualTo(new WireFigures(12, Optional.of(1.0)));
    }

    @Test
    void aCountThatFellIsNoRateBelowZero() {
        tell("a", 60_000, 1204, 900);
        tell("a", 62_000, 3, 3);
        assertThat(wire().perSecond()).contains(0.0);
        assertThat(step().perSecond()).contains(0.0);
    }

    @Test
    void whatStandsStillHasTheRateZeroUntilItsReportIsOldThenNone() {
        tell("a", 60_000, 10, 10);
        tell("a", 62_000, 10, 10);
        assertThat(wire().perSecond()).contains(0.0);
        now += FleetFigures.FRESH.toNanos();
        assertThat(wire().perSecond()).contains(0.0);
        now++;
        assertThat(wire()).isEqualTo(new WireFigures(10, Optional.empty()));
        assertThat(step().perSecond()).isEmpty();
    }

    @Test
    void aReportThatCompletesTheOneBeforeDoesNotDivideByNothing() {
        tell("a", 60_000, 100, 100);
        tell("a", 62_000, 100, 100);
        tell("a", 62_000, 120, 120);
        assertThat(wire().perSecond()).contains(10.0);
    }

    @Test
    void aBurstAfterALongRestIsNotSpreadOverTheRest() {
        tell("a", 60_000, 100, 100);
        tell("a", 3_660_000, 600, 600);
        assertThat(wire().perSecond()).contains(50.0);
    }

    @Test
    void aStepThatIsNewInTheReportHasNoRateYet() {
        hear("a", new NodeFigures(1_000, 1, 2, List.of(), List.of()));
        tell("a", 3_000, 500, 500);
        assertThat(step().perSecond()).isEmpty();
        assertThat(wire().perSecond()).isEmpty();
    }

    @Test
    void whereMessagesBeginWhatIsSentCounts() {
        hear("a", new NodeFigures(1_000, 1, 2, List.of(source(10)), List.of()));
        hear("a", new NodeFigures(3_000, 1, 2, List.of(source(14)), List.of()));
        assertThat(step().perSecond()).contains(2.0);
    }

    @Test
    void aNodeThatIsGoneCountsNoMore() {
        tell("a", 60_000, 10, 10);
        fleet.hear(new FiguresNews.Gone("a"));
        assertThat(fleet.flow("boiler").wire("read", "send")).isEmpty();
        assertThat(fleet.step("a", address("read"))).isEmpty();
    }

    @Test
    void otherFlowsAreLeftOutAndNamesAreFoundInAnyCase() {
        tell("a", 60_000, 10, 10);
        assertThat(fleet.flow("Boiler").step("READ")).isPresent();
        assertThat(fleet.flow("boiler-2").step("read")).isEmpty();
        assertThat(fleet.step("a", address("read"))).map(StepFigures::received).contains(10L);
    }

    private void tell(String node, long up, long carried, long received) {
        hear(
                node,
                new NodeFigures(
                        up,
                        1,
                        2,
                        List.of(new OfStep(address("read"), received, 0, 0, 3, up / 4, 0, 0)),
                        List.of(new OfWire(address("read"), address("send"), carried))));
    }

    private static OfStep source(long sent) {
        return new OfStep(address("read"), 0, sent, 0, 0, 0, 0, 0);
    }

    private void hear(String node, NodeFigures figures) {
        fleet.hear(new FiguresNews.Told(new FiguresView(new DeviceId(node), figures)));
    }

    private static StepAddress address(String step) {
        return new StepAddress("boiler", step);
    }

    private WireFigures wire() {
        return fleet.flow("boiler").wire("read", "send").orElseThrow();
    }

    private StepFigures step() {
        return fleet.flow("boiler").step("read").orElseThrow();
    }
}
