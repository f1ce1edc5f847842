// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.device;

import dev.signalbox.benchmarks.Rig;
import dev.signalbox.testing.process.Await;
import dev.signalbox.testing.process.ProgramProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A method job over 10,000 simulated devices that all answer at once, and a job that changes the twins of 1,000,000
/// registered devices, with the hub's largest memory meanwhile. Target of the first: 1,000 devices a second.
public final class JobSpeed {
    private static final int CALLED = Integer.getInteger("signalbox.called", 10_000);
    private static final int CHANGED = Integer.getInteger("signalbox.changed", 1_000_000);
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final String METHOD = "\"type\":\"scheduleDeviceMethod\",\"cloudToDeviceMethod\":"
            + "{\"methodName\":\"blink\",\"payload\":{},\"responseTimeoutInSeconds\":30}";
    private static final String TWIN = "\"type\":\"scheduleUpdateTwin\",\"updateTwin\":"
            + "{\"etag\":\"*\",\"properties\":{\"desired\":{\"interval\":60}}}";

    private JobSpeed() {}

    /// @param args the checkout's folder
    public static void main(String[] args) throws Exception {
        var rig = Rig.at(Path.of(args[0]));
        call(rig.in("method"));
        change(rig.in("twin"));
    }

    private static void call(Rig rig) throws Exception {
        Files.createDirectories(rig.hubFolder());
        Devices.enter(rig.hubFolder(), CALLED);
        try (var hub = rig.hub();
                var backEnd = BackEnd.of(rig.hubFolder());
                var crowd = new Crowd(Broker.hub("hub", rig.hubFolder()))) {
            crowd.connect(CALLED);
            crowd.listen();
            run("method job", backEnd, hub, METHOD);
        }
    }

    private static void change(Rig rig) throws Exception {
        Files.createDirectories(rig.hubFolder());
        Devices.enter(rig.hubFolder(), CHANGED);
        try (var hub = rig.hub();
                var backEnd = BackEnd.of(rig.hubFolder())) {
            run("twin job", backEnd, hub, TWIN);
        }
    }

    private static void run(String what, BackEnd backEnd, ProgramProcess hub, String order) {
        long before = hub.residentMebibytes();
        long[] largest = {before};
        backEnd.ask(
                "PUT",
                "/jobs/v2/speed",
                "{\"jobId\":\"speed\",%s,\"queryCondition\":\"*\",\"startTime\":\"%s\",\"maxExecutionTimeInSeconds\":7200}"
                        .formatted(order, Instant.now()));
        JsonNode done = Await.value("the job ends", LONGEST, () -> {
            largest[0] = Math.max(largest[0], hub.residentMebibytes());
            JsonNode job = backEnd.ask("GET", "/jobs/v2/speed", "");
            return job.has("endTime") ? Optional.of(job) : Optional.empty();
        });
        JsonNode tally = done.get("deviceJobStatistics");
        double seconds =
                Duration.between(time(done, "startTime"), time(done, "endTime")).toMillis() / 1e3;
        System.out.printf(
                "%-12s %,d devices, %,d succeeded, in %.1f s: %,.0f /s; hub %d MiB RSS before, %d at most%n",
                what,
                tally.get("deviceCount").asInt(),
                tally.get("succeededCount").asInt(),
                seconds,
                tally.get("deviceCount").asInt() / seconds,
                before,
                largest[0]);
    }

    private static Instant time(JsonNode job, String name) {
        return Instant.parse(job.get(name).asString());
    }
}
