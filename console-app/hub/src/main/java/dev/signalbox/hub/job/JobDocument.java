// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.hub.store.StoredJobDevice;
import dev.signalbox.hub.store.Times;
import dev.signalbox.operator.job.JobTally;
import dev.signalbox.protocol.codec.Json;
import tools.jackson.databind.node.ObjectNode;

/// Jobs as IoT Hub writes them. What there is not is left out, because Microsoft's Java client stumbles over null.
final class JobDocument {
    private JobDocument() {}

    /// @param tally of its devices; who was cancelled counts as failed, so that the numbers add up to all
    static ObjectNode of(StoredJob job, JobTally tally) {
        StoredJob.Order order = job.order();
        ObjectNode document = Json.mapper()
                .createObjectNode()
                .put("jobId", order.id())
                .put("queryCondition", order.condition())
                .put("createdTime", Times.text(job.createdAt()))
                .put("startTime", Times.text(order.startAt()))
                .put("maxExecutionTimeInSeconds", order.window().toSeconds())
                .put("type", order.type())
                .put("status", job.state().wireName());
        job.endedAt().ifPresent(at -> document.put("endTime", Times.text(at)));
        if (!job.reason().isEmpty()) {
            document.put("failureReason", job.reason());
        }
        document.set(
                order.type().equals(JobAction.METHOD) ? "cloudToDeviceMethod" : "updateTwin",
                Json.read(order.action(), ObjectNode.class));
        document.putObject("deviceJobStatistics")
                .put("deviceCount", tally.total())
                .put("failedCount", tally.failed() + tally.unknown() + tally.cancelled())
                .put("succeededCount", tally.succeeded())
                .put("runningCount", tally.running())
                .put("pendingCount", tally.pending());
        return document;
    }

    static ObjectNode of(StoredJob job, StoredJobDevice device) {
        ObjectNode document = Json.mapper()
                .createObjectNode()
                .put("deviceId", device.device().value())
                .put("jobId", job.id())
                .put("jobType", job.order().type())
                .put("status", device.state().wireName())
                .put("createdDateTimeUtc", Times.text(device.createdAt()))
                .put(
                        "lastUpdatedDateTimeUtc",
                        Times.text(device.endedAt().or(device::startedAt).orElse(device.createdAt())));
        document.put(
                "startTimeUtc", Times.text(device.startedAt().orElse(job.order().startAt())));
        device.endedAt().ifPresent(at -> document.put("endTimeUtc", Times.text(at)));
        if (!device.answer().isEmpty()) {
            ObjectNode answer = Json.read(device.answer(), ObjectNode.class);
            document.putObject("outcome").set("deviceMethodResponse", answer);
            // where Microsoft's Java client 2.1.9 looks for the answer once there is an outcome
            document.set("cloudToDeviceMethod", answer);
        }
        if (!device.errorCode().isEmpty()) {
            document.putObject("error").put("code", device.errorCode()).put("description", device.errorText());
        }
        return document;
    }
}
