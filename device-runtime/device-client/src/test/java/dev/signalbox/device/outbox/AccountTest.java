// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.message.OutboxLimits;
import dev.signalbox.device.storage.Disk;
import dev.signalbox.testing.chance.Chance;
import dev.signalbox.testing.power.Image;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever happens, no message is unaccounted for.
class AccountTest {
    private static final OutboxLimits LIMITS = new OutboxLimits(4000, Optional.of(Duration.ofMinutes(10)));

    @TempDir
    Path folder;

    private final RandomGenerator random = Chance.of(AccountTest.class).drawnBy("the program");
    private Path now;
    private Shelf shelf;
    private int kills;
    private long offered;

    @Test
    void messagesThatNobodyFindsAnyMoreAreCountedAsDamaged() throws SQLException {
        var shelf = new Shelf(folder);
        try (var outbox = shelf.open()) {
            outbox.put(Shelf.message("found"));
            outbox.put(Shelf.message(Shelf.LOW, "lost"));
        }
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("device.db"));
                var ray = database.createStatement()) {
            ray.execute("UPDATE parcel SET lane = 66 WHERE lane = 2");
        }
        for (int opening = 0; opening < 2; opening++) {
            try (var outbox = shelf.open()) {
                assertThat(Shelf.texts(outbox, Shelf.NORMAL)).containsExactly("found");
                assertThat(outbox.account().agrees()).isTrue();
                assertThat(List.of(outbox.account().waiting(), outbox.account().damaged()))
                        .containsOnly(1L);
            }
        }
    }

    @Test
    void theAccountAgreesAfterEachOfTwoHundredStepsAndKills() throws Exception {
        now = folder.resolve("life-0");
        shelf = new Shelf(now);
        Outbox outbox = open();
        for (int step = 0; step < 200; step++) {
            if (random.nextInt(10) == 0) {
                outbox = kill(outbox);
            } else {
                step(outbox);
            }
            check(outbox, step);
        }
        outbox.close();
        assertThat(kills).isPositive();
    }

    private Outbox open() {
        return Outbox.open(now, shelf.settings(LIMITS, Disk.MACHINE));
    }

    /// What a killed program leaves: the files as they are, without a farewell.
    private Outbox kill(Outbox outbox) throws Exception {
        kills++;
        Path next = folder.resolve("life-" + kills);
        Shelf.done(outbox.sweep()); // the first has moved the log, if it was to be moved, when the second is done
        Shelf.done(outbox.sweep());
        Image.of(now, "device.db", "device.db-wal").putInto(next);
        outbox.close();
        var before = shelf;
        now = next;
        shelf = new Shelf(next);
        shelf.monotonic.set(before.monotonic.get());
        shelf.wall.set(before.wall.get());
        Outbox again = open();
        offered = again.account().taken() + again.account().refused();
        return again;
    }

    private void step(Outbox outbox) {
        switch (random.nextInt(5)) {
            case 0, 1 -> offer(outbox);
            case 2 -> forward(outbox);
            case 3 -> shelf.pass(Duration.ofSeconds(random.nextInt(200)));
            default -> Shelf.done(outbox.sweep());
        }
    }

    private void offer(Outbox outbox) {
        Optional<Duration> life =
                random.nextBoolean() ? Optional.empty() : Optional.of(Duration.ofSeconds(1 + random.nextInt(300)));
        var message = new NewMessage(
                random.nextInt(NewMessage.LANES),
                new byte[3],
                new byte[random.nextInt(1500)],
                "",
                0,
                life,
                random.nextBoolean());
        try {
            Shelf.done(outbox.add(message));
        } catch (CompletionException refused) {
            assertThat(refused).hasMessageContaining("outbox.full");
        }
        offered++;
    }

    private void forward(Outbox outbox) {
        List<Queued> waiting = Shelf.waiting(outbox, random.nextInt(NewMessage.LANES));
        for (Queued message : waiting.subList(0, Math.min(waiting.size(), random.nextInt(4)))) {
            outbox.taken(message, () -> {});
        }
    }

    private void check(Outbox outbox, int step) {
        var account = outbox.account();
        assertThat(account.agrees()).as("step %d: %s", step, account).isTrue();
        assertThat(account.taken() + account.refused()).as("step %d", step).isEqualTo(offered);
        assertThat(account.waitingBytes()).as("step %d", step).isBetween(0L, LIMITS.bytes());
        assertThat(account.waiting() == 0).as("step %d", step).isEqualTo(account.waitingBytes() == 0);
    }

    @Test
    void aDamagedAccountBeginsAnewWithWhatWaits() throws Exception {
        var shelf = new Shelf(folder);
        try (var outbox = shelf.open()) {
            for (String text : new String[] {"one", "two", "three"}) {
                outbox.put(Shelf.message(text));
            }
            Shelf.forward(outbox, Shelf.waiting(outbox, Shelf.NORMAL).getFirst());
        }
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("device.db"));
                var ray = database.createStatement()) {
            ray.execute("UPDATE books SET age = age + 1099511627776, waiting = waiting + 64");
        }
        try (var outbox = shelf.open(new OutboxLimits(10_000, Optional.of(Duration.ofDays(1))))) {
            assertThat(outbox.waiting()).isEqualTo(2);
            assertThat(Shelf.texts(outbox, Shelf.NORMAL)).containsExactly("two", "three");
            Shelf.waiting(outbox, Shelf.NORMAL).forEach(message -> Shelf.forward(outbox, message));
            assertThat(outbox.account().agrees()).isTrue();
            assertThat(outbox.account().forwarded()).isEqualTo(2);
        }
    }

    @Test
    void anAccountThatBeginsAnewKnowsOfLargePayloadsAndNotOfWhatIsForwarded() throws Exception {
        var shelf = new Shelf(folder);
        try (var outbox = shelf.open()) {
            outbox.put(Shelf.message("gone"));
            outbox.put(new NewMessage(
                    Shelf.LOW, Shelf.bytes("a=b"), new byte[0], "file", 700_000, Optional.empty(), false));
            outbox.put(Shelf.message(Shelf.HIGH, "12345"));
            Shelf.forward(outbox, Shelf.waiting(outbox, Shelf.NORMAL).getFirst());
        }
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("device.db"));
                var ray = database.createStatement()) {
            ray.execute("UPDATE books SET waiting = waiting + 64");
        }
        try (var outbox = shelf.open()) {
            assertThat(outbox.account().waiting()).isEqualTo(2);
            assertThat(outbox.account().waitingBytes()).isEqualTo(700_000 + 3 + 5);
        }
    }
}
