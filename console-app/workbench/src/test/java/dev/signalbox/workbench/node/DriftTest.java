// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final StepAddress WATCH = new StepAddress("boiler", "watch");
    private static final StepAddress BAND = new StepAddress("boiler", "band");

    private static NodeView node(Switches switches, NodeReport report, StepAddress... assigned) {
        return new NodeView(
                new DeviceId("press-01"),
                true,
                Optional.empty(),
                Map.of(),
                2,
                List.of(assigned),
                Optional.of(report),
                true,
                switches);
    }

    private static NodeReport report(long running, ReleaseState state, Optional<Problem> why, StepReport... steps) {
        return new NodeReport("0.1.0", running, 2, state, why, List.of(steps), 0);
    }

    private static NodeReport settled(StepReport... steps) {
        return report(2, ReleaseState.SETTLED, Optional.empty(), steps);
    }

    private static StepReport step(StepAddress address, StepState state) {
        return new StepReport(address, "Any", ServiceVersion.FIRST, state, Instant.EPOCH, Optional.empty());
    }

    @Test
    void whoRunsWhatIsAssignedDoesNotDiffer() {
        var report = settled(step(WATCH, StepState.RUNNING), step(BAND, StepState.RESTARTING));
        assertThat(Drift.of(node(Switches.ALL_ON, report, WATCH, BAND))).isEmpty();
    }

    @Test
    void stepsThatDoNotRunAreMissingOrTooManyAreTold() {
        var other = new StepAddress("pulse", "beat");
        var report = settled(step(WATCH, StepState.QUARANTINED), step(other, StepState.RUNNING));
        assertThat(Drift.of(node(Switches.ALL_ON, report, WATCH, BAND)))
                .containsExactly(
                        "boiler/watch is in quarantine.",
                        "boiler/band is assigned, and is not there.",
                        "pulse/beat is there, and is not assigned.");
    }

    @Test
    void whatIsSwitchedOffIsNoDifference() {
        var report = settled(step(WATCH, StepState.STOPPED), step(BAND, StepState.STOPPED));
        var off = Switches.ALL_ON.withStep(WATCH, true);
        assertThat(Drift.of(node(off, report, WATCH, BAND))).containsExactly("boiler/band is stopped.");
        assertThat(Drift.of(node(Switches.ALL_ON.withNode(true), report, WATCH, BAND)))
                .isEmpty();
        assertThat(Drift.of(node(Switches.ALL_ON.withFlows(List.of("BOILER")), report, WATCH, BAND)))
                .isEmpty();
    }

    @Test
    void anotherReleaseIsOneUnlessTheAssignedIsOnItsWay() {
        var why = new Problem("release.fell-back", "Release 2 failed in its first minute.", "Mend it.");
        var back = report(1, ReleaseState.FELL_BACK, Optional.of(why), step(WATCH, StepState.RUNNING));
        assertThat(Drift.of(node(Switches.ALL_ON, back, WATCH, BAND)))
                .containsExactly("It runs release 1, and release 2 is assigned. Release 2 failed in its first minute.");
        var coming = report(1, ReleaseState.PREPARING, Optional.empty());
        assertThat(Drift.of(node(Switches.ALL_ON, coming, WATCH))).isEmpty();
        var stuck = report(0, ReleaseState.PREPARING, Optional.of(why));
        assertThat(Drift.of(node(Switches.ALL_ON, stuck, WATCH)))
                .singleElement()
                .asString()
                .contains("no release");
        assertThat(Drift.of(node(Switches.ALL_ON.withMaintenance(true), back, WATCH)))
                .isEmpty();
    }

    @Test
    void ofWhoIsAwayNothingIsKnown() {
        var away = new NodeView(
                new DeviceId("press-02"), false, Optional.empty(), Map.of(), 2, List.of(WATCH), Optional.of(settled()));
        assertThat(Drift.of(away)).isEmpty();
    }
}
