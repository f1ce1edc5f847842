// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.operator.job.JobTiming;
import dev.signalbox.operator.job.JobWork;
import dev.signalbox.operator.job.NewJob;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads what an operator sends as a job. Says of each thing that is wrong which field it is.
final class OrderReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Duration LATE = Duration.ofMinutes(1);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(30);
    private static final Duration FURTHEST_START = Duration.ofDays(365);
    private static final int MOST_ATTEMPTS = 5;

    private OrderReader() {}

    static StoredJob.Order read(NewJob job, Instant now) {
        checkId(job.id());
        check(job.timing(), now);
        ObjectNode sent = Json.mapper()
                .createObjectNode()
                .put("queryCondition", job.condition().isBlank() ? "*" : job.condition())
                .put("maxExecutionTimeInSeconds", job.timing().windowSeconds());
        job.timing().startAt().filter(at -> at.isAfter(now)).ifPresent(at -> sent.put("startTime", at.toString()));
        put(sent, job.work());
        var manner =
                new StoredJob.Manner(job.timing().perSecond(), job.timing().attempts(), true, StoredJob.Rerun.NONE, "");
        return JobReader.read(job.id(), sent, now).with(manner);
    }

    static void checkId(String id) {
        if (!ID.matcher(id).matches() || id.equals("query")) {
            throw JobProblems.field("id", "an id is 1 to 64 letters, digits, - and _");
        }
    }

    private static void check(JobTiming timing, Instant now) {
        if (timing.startAt().filter(at -> at.isBefore(now.minus(LATE))).isPresent()) {
            throw JobProblems.field("start", "its start is in the past");
        }
        if (timing.startAt().filter(at -> at.isAfter(now.plus(FURTHEST_START))).isPresent()) {
            throw JobProblems.field("start", "its start is more than a year away");
        }
        if (timing.windowSeconds() < 1 || timing.windowSeconds() > LONGEST_WINDOW.toSeconds()) {
            throw JobProblems.field("window", "it may take 1 second to 30 days");
        }
        if (timing.perSecond() < 0 || timing.perSecond() > JobTiming.FASTEST) {
            throw JobProblems.field("rate", "at most " + JobTiming.FASTEST + " devices are asked in a second");
        }
        if (timing.attempts() < 1 || timing.attempts() > MOST_ATTEMPTS) {
            throw JobProblems.field("attempts", "a device is asked 1 to " + MOST_ATTEMPTS + " times");
        }
    }

    private static void put(ObjectNode sent, JobWork work) {
        switch (work.kind()) {
            case CALL -> {
                ObjectNode call = sent.put("type", JobAction.METHOD).putObject("cloudToDeviceMethod");
                call.put("methodName", work.method()).put("responseTimeoutInSeconds", work.responseSeconds());
                if (!work.document().isBlank()) {
                    call.set("payload", document(work));
                }
            }
            case DESIRED ->
                sent.put("type", JobAction.TWIN)
                        .putObject("updateTwin")
                        .putObject("properties")
                        .set("desired", object(work));
            case TAGS ->
                sent.put("type", JobAction.TWIN).putObject("updateTwin").set("tags", object(work));
            case TWIN -> sent.put("type", JobAction.TWIN).set("updateTwin", object(work));
        }
    }

    private static ObjectNode object(JobWork work) {
        if (document(work) instanceof ObjectNode object && !object.isEmpty()) {
            return object;
        }
        throw JobProblems.field("document", "a change is a JSON object with at least one member");
    }

    private static JsonNode document(JobWork work) {
        try {
            return Json.readTree(work.document().getBytes(StandardCharsets.UTF_8));
        } catch (ProblemException malformed) {
            throw JobProblems.field("document", "it is no JSON");
        }
    }
}
