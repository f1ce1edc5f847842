// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.desktop.pictures.SampleConsole;
import dev.signalbox.operator.intake.IntakeView;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A hub that takes in no messages is seen on every page.
class IntakeAlarmTest {
    private static IntakeView intake(boolean full) {
        return new IntakeView(
                new IntakeView.Disk(300L << 20, 1L << 30, full), new IntakeView.Quota(1000, List.of(), 0, 0));
    }

    @Test
    void theFootOfTheWindowSaysSo() throws Exception {
        var console = new SampleConsole();
        var person = Person.before(console::build);
        Pictures.on(() -> {
            console.fill().go(Place.NODES, "");
            console.intakeIs(intake(true));
            return console;
        });
        person.awaits("#intake-alarm");
        assertThat(person.reads("No messages are taken in")).isTrue();
        person.pictures("intake-full");
        Pictures.on(() -> {
            console.intakeIs(intake(false));
            return console;
        });
        person.awaits(() -> !person.sees("#intake-alarm"));
        person.leaves();
    }
}
