// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads what a back end sends as a job, and refuses at once what could only fail later.
final class JobReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Duration DEFAULT_WINDOW = Duration.ofHours(1);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(30);
    private static final Duration FURTHEST_START = Duration.ofDays(365);
    private static final int LARGEST = 256 * 1024;

    private JobReader() {}

    /// @param id from the path
    static StoredJob.Order read(String id, ObjectNode sent, Instant now) {
        String inBody = sent.path("jobId").asString(id);
        if (!ID.matcher(id).matches() || !inBody.equals(id) || id.equals("query")) {
            throw refused("a jobId is 1 to 64 letters, digits, - and _, the same in path and body");
        }
        String type = sent.path("type").asString("");
        JsonNode action = switch (type) {
            case JobAction.METHOD -> sent.path("cloudToDeviceMethod");
            case JobAction.TWIN -> sent.path("updateTwin");
            default -> throw refused("its type is scheduleDeviceMethod or scheduleUpdateTwin");
        };
        if (!(action instanceof ObjectNode object)) {
            throw refused(
                    "a " + type + " needs " + (type.equals(JobAction.METHOD) ? "cloudToDeviceMethod" : "updateTwin"));
        }
        if (Json.write(object).length > LARGEST) {
            throw refused("what it does is larger than 256 KB");
        }
        String condition = sent.path("queryCondition").asString("").strip();
        var order = new StoredJob.Order(
                id,
                type,
                condition,
                Json.writeText(object),
                start(sent.path("startTime"), now),
                window(sent),
                StoredJob.Manner.PLAIN);
        JobCondition.read(condition);
        JobAction.of(order);
        if (order.startAt().isAfter(now.plus(FURTHEST_START))) {
            throw refused("its startTime is more than a year away");
        }
        return order;
    }

    private static Instant start(JsonNode node, Instant now) {
        String text = node.asString("");
        if (text.isEmpty()) {
            return now;
        }
        try {
            boolean zoned = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)");
            return zoned
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException malformed) {
            throw refused("its startTime is no ISO 8601 time such as 2026-01-31T08:00:00Z");
        }
    }

    private static Duration window(ObjectNode sent) {
        JsonNode node = sent.path("maxExecutionTimeInSeconds");
        long seconds = node.isMissingNode() || node.isNull() ? 0 : node.asLong(-1);
        if (seconds < 0 || seconds > LONGEST_WINDOW.toSeconds()) {
            throw refused("its maxExecutionTimeInSeconds is 1 to " + LONGEST_WINDOW.toSeconds());
        }
        return seconds == 0 ? DEFAULT_WINDOW : Duration.ofSeconds(seconds);
    }

    private static ProblemException refused(String why) {
        return new ProblemException(JobProblems.refused(why));
    }
}
