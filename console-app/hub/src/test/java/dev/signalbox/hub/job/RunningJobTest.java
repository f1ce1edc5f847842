// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.store.JobDeviceState;
import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.hub.store.StoredJobDevice;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningJobTest {
    private static final int DEVICES = 25_500;

    @TempDir
    Path folder;

    RegistryStore store;

    @BeforeEach
    void open() {
        store = SqliteRegistry.open(folder.resolve("registry.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aLargeJobReachesEachDeviceOnceAndHoldsAPage() {
        var largest = new AtomicInteger();
        var job = new RunningJob(add(JobAction.TWIN, "{}"), after -> {
            List<DeviceId> page = pending(after);
            largest.accumulateAndGet(page.size(), Math::max);
            return page;
        });
        List<DeviceId> reached = new ArrayList<>();
        for (List<DeviceId> next = job.next(700, _ -> false);
                job.isWaiting() || !next.isEmpty();
                next = job.next(700, _ -> false)) {
            assertThat(next.size()).isLessThanOrEqualTo(700);
            end(next);
            reached.addAll(next);
        }
        assertThat(reached).hasSize(DEVICES).doesNotHaveDuplicates();
        assertThat(job.isDone()).isTrue();
        assertThat(largest).hasValueLessThanOrEqualTo(RunningJob.PAGE);
    }

    @Test
    void whoComesLateIsFoundAndWhoIsAwayIsWaitedFor() {
        var job = new RunningJob(add(JobAction.METHOD, "{\"methodName\":\"restart\"}"), this::pending);
        var late = new DeviceId("device-00007");
        Set<DeviceId> here = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            assertThat(job.next(10, here::contains)).isEmpty();
        }
        here.add(late);
        List<DeviceId> found = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            List<DeviceId> next = job.next(10, here::contains);
            end(next);
            job.took(next, next);
            found.addAll(next);
        }
        assertThat(found).containsExactly(late);
        assertThat(job.isWaiting()).as("the others are still away").isTrue();
        assertThat(job.isDone()).isFalse();
    }

    private StoredJob add(String type, String action) {
        var order = new StoredJob.Order(
                "job", type, "*", action, Instant.EPOCH, Duration.ofHours(1), StoredJob.Manner.PLAIN);
        return store.commit(records -> {
            records.jobs().add(order, Instant.EPOCH, JobState.QUEUED);
            for (int i = 0; i < DEVICES; i++) {
                var id = new DeviceId(String.format("device-%05d", i));
                records.jobDevices().put(StoredJobDevice.pending("job", id, Instant.EPOCH));
            }
            return records.jobs().find("job").orElseThrow();
        });
    }

    private List<DeviceId> pending(String after) {
        return store.read(records -> records.jobDevices().pending("job", after, RunningJob.PAGE));
    }

    private void end(List<DeviceId> devices) {
        store.commit(records -> {
            devices.forEach(id -> {
                StoredJobDevice device = records.jobDevices().find("job", id).orElseThrow();
                assertThat(device.state()).isEqualTo(JobDeviceState.PENDING);
                records.jobDevices().put(device.succeeded(Instant.EPOCH, ""));
            });
            return true;
        });
    }
}
