// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.chance.Chance;
import dev.signalbox.testing.power.Image;
import dev.signalbox.testing.power.PowerCut;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A power cut at any moment: the outbox opens, has all that anybody was told is safe, and nothing that is done.
class PowerCutTest {
    private static final int STEPS = 120;

    @TempDir
    Path folder;

    private final Chance chance = Chance.of(PowerCutTest.class);

    @Test
    void whatWasToldSafeSurvivesAndWhatIsRecordedStaysRecorded() throws Exception {
        var history = History.write(folder.resolve("written"), STEPS, chance.drawnBy("the writer"));
        RandomGenerator random = chance.drawnBy("the cuts");
        int cuts = Chance.many("cuts", 2000);
        for (int cut = 0; cut < cuts; cut++) {
            int moment = random.nextInt(history.images().size() - 1);
            Image state =
                    new PowerCut(history.images().get(moment), history.images().get(moment + 1), random).state();
            Path there = folder.resolve("cut-" + cut);
            state.putInto(there);
            history.check(there, moment, "cut " + cut + " after sync " + moment);
            Folders.delete(there);
        }
        assertThat(history.images()).hasSizeGreaterThan(STEPS / 2);
    }

    @Test
    void aFlippedBitIsNamedOrHarmlessAndNeverMakesAnotherMessage() throws Exception {
        var history = History.write(folder.resolve("written"), STEPS, chance.drawnBy("the writer"));
        RandomGenerator random = chance.drawnBy("rays");
        int flips = Chance.many("flips", 300);
        for (int flip = 0; flip < flips; flip++) {
            int moment = random.nextInt(history.images().size());
            Path there = folder.resolve("flip-" + flip);
            PowerCut.flipped(history.images().get(moment), random).putInto(there);
            history.checkFlipped(there, moment, "flip " + flip + " at sync " + moment);
            Folders.delete(there);
        }
    }
}
