// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.hub.store.log.LogReader;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.testing.chance.Chance;
import dev.signalbox.testing.process.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The hub is killed, half of the times between what it wrote and what it said: no message it acknowledged is lost, no
/// job's attempt is executed twice, and every tally adds up.
class HubKilledTest {
    private static final int WORKERS = 8;
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    /// Where the hub is killed.
    private enum Moment {
        /// Messages are being written, and no acknowledgement goes out any more.
        BETWEEN_COMMIT_AND_ACKNOWLEDGEMENT,
        AFTER_SOME_ACKNOWLEDGEMENTS,
        /// A job's attempts are being written, and no call goes out any more.
        BETWEEN_ATTEMPT_WRITTEN_AND_SENT,
        AFTER_SOME_ATTEMPTS
    }

    @TempDir
    Path folder;

    private final Ledger ledger = new Ledger();
    private final RandomGenerator chance = Chance.of(HubKilledTest.class).drawnBy("killer");

    @Test
    @Timeout(1800)
    void nothingAcknowledgedIsLostAndNothingIsDoneTwice() throws Exception {
        List<Worker> workers = new ArrayList<>();
        try (var site = new HubSite(hubFolder())) {
            var jobs = new JobBook(site.desk());
            for (DeviceKeys keys : site.add("worker", WORKERS)) {
                workers.add(new Worker(keys, site.way(), ledger, workers.size() % 2 == 0));
            }
            for (int kill = 0; kill < Chance.many("kills", 6); kill++) {
                allWork();
                killAt(Moment.values()[kill % Moment.values().length], "job-" + kill, site, jobs);
                site.restart();
            }
            allWork();
            jobs.settle(ledger, WORKERS);
            for (Worker worker : workers) {
                worker.close();
            }
        }
        workers.forEach(this::verifyStored);
        System.out.printf(
                "HubKilledTest: %d messages acknowledged, %d attempts executed%n",
                ledger.acknowledgements(), ledger.executions());
    }

    /// All are connected again.
    private void allWork() {
        int before = ledger.acknowledgements();
        Await.until("devices send", HubSite.SOON, () -> ledger.acknowledgements() > before + WORKERS);
    }

    private void killAt(Moment moment, String job, HubSite site, JobBook jobs) throws InterruptedException {
        switch (moment) {
            case BETWEEN_COMMIT_AND_ACKNOWLEDGEMENT -> {
                site.wire().hold();
                new Growth(hubFolder(), "stream-").await(chance.nextInt(1, 4), LONGEST_WAIT_MILLIS / 10);
                site.kill();
            }
            case AFTER_SOME_ACKNOWLEDGEMENTS -> {
                int until = ledger.acknowledgements() + chance.nextInt(300);
                Await.until("they are taken", HubSite.SOON, () -> ledger.acknowledgements() >= until);
                site.kill();
            }
            case BETWEEN_ATTEMPT_WRITTEN_AND_SENT -> {
                site.wire().hold();
                Thread asking = Thread.ofVirtual().start(() -> jobs.ask(job, "*", 60));
                new Growth(hubFolder(), "registry.db").await(chance.nextInt(1, 6), LONGEST_WAIT_MILLIS);
                site.kill();
                asking.join();
            }
            case AFTER_SOME_ATTEMPTS -> {
                int until = ledger.executions() + chance.nextInt(WORKERS);
                jobs.ask(job, "*", 60);
                Await.until("they are asked", HubSite.SOON, () -> ledger.executions() >= until);
                site.kill();
            }
        }
    }

    /// The hub has ended; what it stored is read from its files.
    private void verifyStored(Worker worker) {
        List<Integer> stored = new ArrayList<>();
        for (StoredMessage message :
                new LogReader(hubFolder()).newest(new DeviceId(worker.name()), Integer.MAX_VALUE)) {
            stored.add(Integer.parseInt(new String(message.payload(), StandardCharsets.US_ASCII)));
        }
        assertThat(new HashSet<>(stored)).as(worker.name()).containsAll(ledger.acknowledgedOf(worker.name()));
        assertThat(stored).as(worker.name()).isSorted();
        if (worker.isMarked()) {
            assertThat(stored).as(worker.name()).doesNotHaveDuplicates();
        }
    }

    private Path hubFolder() {
        return folder.resolve("hub");
    }
}
