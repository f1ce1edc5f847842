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
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// A method job over 10,000 simulated devices that all answer at once, and a job that changes the twins of 100,000
/// registered devices (`-Dsignalbox.changed=1000000` for a million) with the hub's largest memory, and how long others
/// have to wait meanwhile. Target of the first: 1,000 devices a second.
public final class JobSpeed {
    private static final int CALLED = Integer.getInteger("signalbox.called", 10_000);
    private static final int CHANGED = Integer.getInteger("signalbox.changed", 100_000);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration ALONE = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final String METHOD = "\"type\":\"scheduleDeviceMethod\",\"cloudToDeviceMethod\":"
            + "{\"methodName\":\"blink\",\"payload\":{},\"responseTimeoutInSeconds\":30}";
    private static final String TWIN = "\"type\":\"scheduleUpdateTwin\",\"updateTwin\":"
            + "{\"etag\":\"*\",\"properties\":{\"desired\":{\"interval\":60}}}";

    private JobSpeed() {}

    /// @param args the checkout's folder
    public static void main(String[] args) throws Exception {
        var rig = Rig.at(Path.of(args[0]));
        if (CALLED > 0) {
            call(rig.in("method"));
        }
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
        enter(rig.hubFolder());
        long begin = System.nanoTime();
        try (var hub = rig.hub();
                var backEnd = BackEnd.of(rig.hubFolder());
                var bystanders = new Bystanders(Broker.hub("hub", rig.hubFolder()))) {
            System.out.printf("%-12s ready after %.1f s%n", "hub", seconds(begin));
            LockSupport.parkNanos(ALONE.toNanos());
            bystanders.print("nothing");
            run("twin job", backEnd, hub, TWIN);
            bystanders.print("the twin job");
            cancel(backEnd);
            bystanders.print("finding and cancelling");
            System.out.printf("%-12s %d MiB RSS at most%n", "hub", hub.largestResidentMebibytes());
        }
    }

    private static void enter(Path data) {
        long begin = System.nanoTime();
        Devices.enter(data, CHANGED);
        System.out.printf(
                "%-12s %,d devices in %.1f s: %,.0f /s%n",
                "entering", CHANGED, seconds(begin), CHANGED / seconds(begin));
    }

    /// Makes a job for devices that are all away, and cancels it once they are found.
    private static void cancel(BackEnd backEnd) {
        long begin = System.nanoTime();
        order(backEnd, "away", METHOD);
        await(
                "its devices are found",
                backEnd,
                "away",
                job -> job.get("status").asString().equals("running"));
        System.out.printf("%-12s %,d devices in %.1f s%n", "finding", CHANGED, seconds(begin));
        long cancelled = System.nanoTime();
        backEnd.ask("POST", "/jobs/v2/away/cancel", "{}");
        double answered = seconds(cancelled);
        await(
                "it is cancelled",
                backEnd,
                "away",
                job -> job.get("status").asString().equals("cancelled"));
        System.out.printf(
                "%-12s %,d devices in %.1f s, the answer after %.3f s%n",
                "cancelling", CHANGED, seconds(cancelled), answered);
    }

    private static void run(String what, BackEnd backEnd, ProgramProcess hub, String order) {
        long before = hub.residentMebibytes();
        order(backEnd, "speed", order);
        JsonNode done = await("the job ends", backEnd, "speed", job -> job.has("endTime"));
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
                hub.largestResidentMebibytes());
    }

    private static void order(BackEnd backEnd, String id, String order) {
        backEnd.ask(
                "PUT",
                "/jobs/v2/" + id,
                "{\"jobId\":\"%s\",%s,\"queryCondition\":\"*\",\"startTime\":\"%s\",\"maxExecutionTimeInSeconds\":7200}"
                        .formatted(id, order, Instant.now()));
    }

    private static JsonNode await(String what, BackEnd backEnd, String id, Predicate<JsonNode> condition) {
        return Await.value(what, LONGEST, () -> {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            return Optional.of(backEnd.ask("GET", "/jobs/v2/" + id, "")).filter(condition);
        });
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static Instant time(JsonNode job, String name) {
        return Instant.parse(job.get(name).asString());
    }
}
