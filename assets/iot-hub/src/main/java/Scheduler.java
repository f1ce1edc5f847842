// SPDX-License-Identifier: Apache-2.0
import com.microsoft.azure.sdk.iot.service.jobs.DirectMethodsJobOptions;
import com.microsoft.azure.sdk.iot.service.jobs.ScheduledJob;
import com.microsoft.azure.sdk.iot.service.jobs.ScheduledJobStatus;
import com.microsoft.azure.sdk.iot.service.jobs.ScheduledJobsClient;
import com.microsoft.azure.sdk.iot.service.twin.Twin;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Has all devices that fit a condition do the same, now or later, and watches until each has. Knows Microsoft's service
 * client and nothing else, so its connection string decides whose hub it talks to.
 */
public final class Scheduler {
    private static final Set<ScheduledJobStatus> ENDED =
            EnumSet.of(ScheduledJobStatus.completed, ScheduledJobStatus.failed, ScheduledJobStatus.cancelled);
    private static final int LONGEST_SECONDS = 60;

    private final ScheduledJobsClient jobs;

    private Scheduler(String connectionString) {
        jobs = new ScheduledJobsClient(connectionString);
    }

    public static void main(String[] arguments) throws Exception {
        String connectionString = System.getenv("BACK_END");
        if (connectionString == null || arguments.length < 3) {
            System.err.println("With a policy's connection string in BACK_END: Scheduler call METHOD CONDITION [SECONDS]");
            System.err.println("                                           or: Scheduler set NAME=NUMBER CONDITION [SECONDS]");
            System.exit(2);
        }
        Date start = Date.from(Instant.now().plusSeconds(arguments.length > 3 ? Long.parseLong(arguments[3]) : 0));
        new Scheduler(connectionString).run(arguments[0], arguments[1], arguments[2], start);
    }

    private void run(String verb, String what, String condition, Date start) throws Exception {
        String id = verb + "-" + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC).format(Instant.now());
        switch (verb) {
            case "call" -> call(id, what, condition, start);
            case "set" -> set(id, what, condition, start);
            default -> throw new IllegalArgumentException("It is call or set, not " + verb);
        }
        System.out.println("job " + id + " for devices where " + condition);
        watch(id);
        tell(id);
    }

    private void call(String id, String method, String condition, Date start) throws Exception {
        var options = DirectMethodsJobOptions.builder()
                .methodConnectTimeoutSeconds(10)
                .methodResponseTimeoutSeconds(10)
                .maxExecutionTimeSeconds(LONGEST_SECONDS)
                .build();
        jobs.scheduleDirectMethod(id, condition, method, start, options);
    }

    private void set(String id, String assignment, String condition, Date start) throws Exception {
        String[] sides = assignment.split("=", 2);
        var change = new Twin();
        change.setETag("*");
        change.getDesiredProperties().put(sides[0], Integer.parseInt(sides[1]));
        jobs.scheduleUpdateTwin(id, condition, change, start, LONGEST_SECONDS);
    }

    private void watch(String id) throws Exception {
        String last = "";
        while (true) {
            ScheduledJob job = jobs.get(id);
            var tally = job.getJobStatistics();
            String now = job.getJobStatus() + (tally == null ? "" : ": " + tally.getSucceededCount() + " done, "
                    + tally.getFailedCount() + " failed, of " + tally.getDeviceCount());
            if (!now.equals(last)) {
                System.out.println(now);
            }
            if (ENDED.contains(job.getJobStatus())) {
                return;
            }
            last = now;
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private void tell(String id) throws Exception {
        var devices = jobs.query("SELECT * FROM devices.jobs WHERE devices.jobs.jobId = '" + id + "'");
        while (devices.hasNext()) {
            ScheduledJob device = devices.next();
            String answer = device.getOutcomeResult() == null
                    ? ""
                    : " " + device.getOutcomeResult().getPayloadAsJsonElement();
            String error = device.getError() == null ? "" : " " + device.getError();
            System.out.println(device.getDeviceId() + " " + device.getJobStatus() + answer + error);
        }
    }
}
