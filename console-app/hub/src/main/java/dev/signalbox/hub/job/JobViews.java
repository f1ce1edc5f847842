// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.JobDeviceState;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.hub.store.StoredJobDevice;
import dev.signalbox.operator.job.DeviceOutcome;
import dev.signalbox.operator.job.JobDeviceView;
import dev.signalbox.operator.job.JobKind;
import dev.signalbox.operator.job.JobPhase;
import dev.signalbox.operator.job.JobProgress;
import dev.signalbox.operator.job.JobTally;
import dev.signalbox.operator.job.JobTiming;
import dev.signalbox.operator.job.JobView;
import dev.signalbox.operator.job.JobWork;
import dev.signalbox.protocol.codec.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Jobs as operators see them, those of back ends included.
final class JobViews {
    private JobViews() {}

    static JobView of(StoredJob job, JobTally tally) {
        StoredJob.Order order = job.order();
        StoredJob.Manner manner = order.manner();
        return new JobView(
                job.id(),
                work(order),
                order.condition(),
                new JobTiming(
                        Optional.of(order.startAt()),
                        order.window().toSeconds(),
                        manner.perSecond(),
                        manner.attempts()),
                new JobProgress(
                        JobPhase.valueOf(job.state().name()),
                        job.createdAt(),
                        job.startedAt(),
                        job.endedAt(),
                        tally,
                        job.reason()),
                manner.rerun().of(),
                manner.series());
    }

    static JobDeviceView of(StoredJobDevice device) {
        return new JobDeviceView(
                device.device().value(),
                outcome(device),
                device.attempts(),
                device.startedAt(),
                device.endedAt(),
                device.answer(),
                device.errorText());
    }

    private static DeviceOutcome outcome(StoredJobDevice device) {
        return device.state() == JobDeviceState.FAILED && device.errorCode().equals(JobProblems.OUTCOME_UNKNOWN)
                ? DeviceOutcome.UNKNOWN
                : DeviceOutcome.valueOf(device.state().name());
    }

    private static JobWork work(StoredJob.Order order) {
        ObjectNode action = Json.read(order.action(), ObjectNode.class);
        if (order.type().equals(JobAction.METHOD)) {
            return new JobWork(
                    JobKind.CALL,
                    action.path("methodName").asString(""),
                    text(action.path("payload")),
                    action.path("responseTimeoutInSeconds").asInt(0));
        }
        JsonNode tags = action.path("tags");
        JsonNode desired = action.path("properties").path("desired");
        if (desired.isEmpty() && !tags.isEmpty()) {
            return new JobWork(JobKind.TAGS, "", text(tags), 0);
        }
        return tags.isEmpty() && !desired.isEmpty()
                ? new JobWork(JobKind.DESIRED, "", text(desired), 0)
                : new JobWork(JobKind.TWIN, "", text(action), 0);
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() ? "" : node.toString();
    }
}
