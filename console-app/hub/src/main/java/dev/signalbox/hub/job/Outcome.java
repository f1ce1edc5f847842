// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.hub.store.StoredJobDevice;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.report.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What becomes of a device that was asked: it succeeded, failed, or waits again. For one transaction.
final class Outcome {
    private static final int LOWEST_FAILURE = 400;
    private static final int LONGEST_SHOWN = 400;

    private final Records records;
    private final Instant now;
    private final Map<String, Optional<StoredJob>> jobs = new HashMap<>();

    Outcome(Records records, Instant now) {
        this.records = records;
        this.now = now;
    }

    StoredJobDevice of(StoredJobDevice device, Ending ending) {
        Optional<StoredJob> job = jobs.computeIfAbsent(device.job(), records.jobs()::find);
        boolean goesOn = job.filter(has -> has.state() == JobState.RUNNING).isPresent();
        boolean again = goesOn && mayBeAskedAgain(job.get(), device);
        boolean strict = job.filter(has -> has.order().manner().strict()).isPresent();
        return switch (ending) {
            case Ending.Answered answered
            when strict && answered.status() >= LOWEST_FAILURE -> {
                Problem why = refusal(answered);
                yield again
                        ? device.pendingAfter(why.toString())
                        : device.refused(now, answered.answer(), why.code(), why.toString());
            }
            case Ending.Answered answered -> device.succeeded(now, answered.answer());
            case Ending.Failed failed ->
                again ? device.pendingAfter(failed.problem().toString()) : Ending.failed(device, now, failed.problem());
            case Ending.NotSent _ -> goesOn ? device.pendingAgain() : device.cancelled(now);
        };
    }

    private boolean mayBeAskedAgain(StoredJob job, StoredJobDevice device) {
        return device.attempts() < job.order().manner().attempts() && now.isBefore(job.windowEnd());
    }

    private static Problem refusal(Ending.Answered answered) {
        JsonNode payload = Json.readTree(answered.answer().getBytes(StandardCharsets.UTF_8))
                .path("payload");
        String text = payload.isString() ? payload.stringValue() : payload.isNull() ? "" : payload.toString();
        String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
        return JobProblems.answeredFailure(answered.status(), shown);
    }
}
