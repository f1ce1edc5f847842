// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.pictures.Samples;
import dev.signalbox.operator.intake.IntakeView;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {
    private final ShellViewModel model =
            new ShellViewModel(Clock.fixed(Instant.parse("2026-11-21T12:03:11.9Z"), ZoneOffset.UTC));

    @Test
    void nodesAreCountedAsTheyComeAndGo() {
        Samples.nodes().forEach(model::nodeSeen);
        model.nodesHeard();
        assertThat(model.total().get()).isEqualTo(6);
        assertThat(model.online().get()).isEqualTo(4);
        assertThat(model.waiting().get()).isEqualTo(1204);
        assertThat(model.release().get()).isEqualTo(42);
        model.nodeGone("press-0417");
        model.nodesHeard();
        assertThat(model.online().get()).isEqualTo(3);
    }

    @Test
    void anOlderReleaseNumberChangesNothing() {
        model.releaseIs(43);
        model.releaseIs(42);
        assertThat(model.release().get()).isEqualTo(43);
    }

    @Test
    void whatKeepsTheHubFromTakingInMessagesIsSaid() {
        assertThat(model.alarm().get()).isEmpty();
        model.intakeIs(intake(true, 3));
        assertThat(model.alarm().get())
                .isEqualTo("No messages are taken in: 300 MiB of the hub's disk are free, 1,024 MiB are kept free");
        model.intakeIs(intake(false, 1));
        assertThat(model.alarm().get()).isEqualTo("1 device sent all it may today");
        model.intakeIs(intake(false, 0));
        assertThat(model.alarm().get()).isEmpty();
    }

    private static IntakeView intake(boolean full, long devices) {
        return new IntakeView(
                new IntakeView.Disk(300L << 20, 1L << 30, full), new IntakeView.Quota(1000, List.of(), devices, 5));
    }

    @Test
    void theTimeIsUtc() {
        assertThat(model.time().get()).isEqualTo("12:03:11Z");
    }
}
