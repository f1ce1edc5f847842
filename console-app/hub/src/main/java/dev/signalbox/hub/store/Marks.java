// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.codec.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/// When each property of one side of a twin last changed, and with which version if that is kept.
///
/// A mark is a number of milliseconds, or an array of these and the version. A property has the mark of what holds it,
/// unless it is named: so a twin that was reported at once has one mark, however large it is. The mark of an object
/// that names some of its members stands under the empty name, which no property has.
///
/// @param last when anything changed; empty if never, or before this was kept
/// @param text the marks as JSON, taken apart only where they are needed
public record Marks(Optional<Instant> last, String text) {
    private static final String OWN = "";

    /// One mark for all there is.
    ///
    /// @param version with which it changed, if that is kept on this side
    public static Marks at(Optional<Instant> last, OptionalLong version) {
        return new Marks(
                last, Json.writeText(mark(last.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE), version)));
    }

    /// As they stand in the store; where they do not yet, all that is there changed at the last change.
    ///
    /// @param marks null in a twin that has not changed since marks are kept
    /// @param last as `Times` writes it; null if never
    public static Marks stored(@Nullable String marks, @Nullable String last, OptionalLong version) {
        Optional<Instant> changed = Optional.ofNullable(last).map(Instant::parse);
        return marks == null ? at(changed, version) : new Marks(changed, marks);
    }

    /// After a change of all that the merge patch names.
    ///
    /// @param after the properties as they are now
    Marks changed(ObjectNode after, ObjectNode patch, OptionalLong version) {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        return new Marks(
                Optional.of(now), Json.writeText(changed(after, tree(), patch, mark(now.toEpochMilli(), version))));
    }

    /// `$metadata` as IoT Hub writes it for these properties.
    ObjectNode of(ObjectNode properties) {
        return new Writing().of(properties, tree());
    }

    private JsonNode tree() {
        return Json.read(text, JsonNode.class);
    }

    private static JsonNode mark(long millis, OptionalLong version) {
        return version.isEmpty()
                ? LongNode.valueOf(millis)
                : Json.mapper().createArrayNode().add(millis).add(version.getAsLong());
    }

    private static JsonNode changed(ObjectNode after, JsonNode before, ObjectNode patch, JsonNode mark) {
        ObjectNode marks = Json.mapper().createObjectNode();
        marks.set(OWN, mark);
        after.properties().forEach(member -> {
            JsonNode had = member(before, member.getKey());
            JsonNode has = changed(member.getValue(), had, patch.get(member.getKey()), mark);
            if (!has.equals(mark)) {
                marks.set(member.getKey(), has);
            }
        });
        return marks.size() == 1 ? mark : marks;
    }

    private static JsonNode changed(JsonNode after, JsonNode had, @Nullable JsonNode patch, JsonNode mark) {
        if (patch == null) {
            return had;
        }
        return patch instanceof ObjectNode change && after instanceof ObjectNode object
                ? changed(object, had, change, mark)
                : mark;
    }

    private static JsonNode own(JsonNode marks) {
        return marks instanceof ObjectNode object ? object.required(OWN) : marks;
    }

    private static JsonNode member(JsonNode marks, String name) {
        return marks instanceof ObjectNode object && object.has(name) ? object.required(name) : own(marks);
    }

    /// Writes each time once, for most properties have the one of the property before.
    private static final class Writing {
        private long millis = Long.MIN_VALUE;
        private String time = Times.text(Optional.empty());

        ObjectNode of(JsonNode value, JsonNode marks) {
            ObjectNode metadata = Json.mapper().createObjectNode();
            JsonNode own = own(marks);
            metadata.put("$lastUpdated", time(own.isArray() ? own.get(0).longValue() : own.longValue()));
            if (own.isArray()) {
                metadata.put("$lastUpdatedVersion", own.get(1).longValue());
            }
            value.properties()
                    .forEach(member ->
                            metadata.set(member.getKey(), of(member.getValue(), member(marks, member.getKey()))));
            return metadata;
        }

        private String time(long asked) {
            if (asked != millis) {
                millis = asked;
                time = Times.text(
                        asked == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(asked)));
            }
            return time;
        }
    }
}
