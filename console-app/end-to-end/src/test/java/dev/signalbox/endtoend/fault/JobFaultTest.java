// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.testing.chance.Chance;
import dev.signalbox.testing.process.Await;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A job over a query while some devices are away, some are slow, some die over it, and the hub is killed.
class JobFaultTest {
    private static final String JOB = "tour";
    private static final int WINDOW_SECONDS = 3600;

    @TempDir
    Path folder;

    private final RandomGenerator chance = Chance.of(JobFaultTest.class).drawnBy("killer");
    private final Ledger ledger = new Ledger();
    private final List<Crew> crew = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (Crew member : crew) {
            member.close();
        }
    }

    @Test
    @Timeout(1800)
    void everyTargetHasOneOutcomeAndTheAwayOnesRunOnReturn() throws Exception {
        try (var site = new HubSite(folder.resolve("hub"))) {
            site.add("other", 3);
            List<DeviceKeys> keys = site.add("crew", Chance.many("devices", 50));
            var jobs = new JobBook(site.desk());
            come(keys, site, false);
            jobs.ask(JOB, "tags.kind = 'crew'", WINDOW_SECONDS);
            for (int kill = 0; kill < Chance.many("kills", 3); kill++) {
                int until = Math.min(ledger.executions() + chance.nextInt(keys.size() / 4), there());
                Await.until(
                        "some were asked",
                        HubSite.SOON,
                        () -> ledger.executions() >= until || waiting(jobs) <= keys.size() - there());
                site.kill();
                site.restart();
            }
            come(keys, site, true);
            long never = keys.size() - crew.size();
            Await.until("only those never there wait", HubSite.SOON.multipliedBy(3), () -> open(jobs) == never);
            site.desk().done("POST", "/jobs/v2/" + JOB + "/cancel", "");
            jobs.settle(ledger, keys.size());
            verify(jobs.rows(JOB).toList());
        }
    }

    /// Those come that are there at first, or those that are late.
    private void come(List<DeviceKeys> keys, HubSite site, boolean late) {
        for (int i = 0; i < keys.size(); i++) {
            Crew.Kind kind = Crew.Kind.of(i);
            if (kind != Crew.Kind.NEVER_THERE && (kind == Crew.Kind.LATE) == late) {
                crew.add(new Crew(keys.get(i), site.way(), ledger, kind));
            }
        }
    }

    private int there() {
        return crew.size();
    }

    private static long waiting(JobBook jobs) {
        return JobBook.with(jobs.rows(JOB).toList(), "scheduled").size();
    }

    private static long open(JobBook jobs) {
        List<JsonNode> rows = jobs.rows(JOB).toList();
        return JobBook.with(rows, "scheduled").size()
                + JobBook.with(rows, "running").size();
    }

    private void verify(List<JsonNode> rows) {
        List<String> completed = JobBook.with(rows, "completed");
        List<String> failed = JobBook.with(rows, "failed");
        for (Crew member : crew) {
            switch (member.kind()) {
                case SLOW, DYING -> assertThat(failed).contains(member.name());
                case LATE -> assertThat(completed).contains(member.name());
                default ->
                    assertThat(completed.contains(member.name()) || failed.contains(member.name()))
                            .isTrue();
            }
        }
        assertThat(JobBook.with(rows, "cancelled")).hasSize(rows.size() - crew.size());
    }
}
