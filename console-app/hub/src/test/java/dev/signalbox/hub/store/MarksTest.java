// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.store.sqlite.leaf.Chance;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.MergePatch;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What marks say, however compact they are, is what one gets who writes a time to every property.
class MarksTest {
    private static final int TWINS = 300;
    private static final int CHANGES = 12;

    @Test
    void everyPropertyHasTheVersionOfTheLastPatchThatNamedIt() {
        long seed = Long.getLong("signalbox.seed", System.nanoTime());
        System.out.println("signalbox.seed=" + seed);
        var chance = new Chance(seed);
        for (int twin = 0; twin < TWINS; twin++) {
            ObjectNode properties = Json.mapper().createObjectNode();
            Marks marks = Marks.at(Optional.empty(), OptionalLong.of(1));
            ObjectNode plain = named(properties, 1);
            for (int version = 2; version < CHANGES; version++) {
                ObjectNode patch = chance.object(1);
                properties = MergePatch.apply(properties, patch);
                marks = marks.changed(properties, patch, OptionalLong.of(version));
                plain = changed(plain, properties, patch, version);
                assertThat(versions(marks.of(properties)))
                        .as("%s after %s", properties, patch)
                        .isEqualTo(plain);
            }
        }
    }

    @Test
    void whatIsReportedAtOnceHasOneMark() {
        ObjectNode all = Json.read("{\"a\":1,\"b\":{\"c\":[1,{\"d\":2}],\"e\":null}}", ObjectNode.class);
        Marks first = Marks.at(Optional.empty(), OptionalLong.empty()).changed(all, all, OptionalLong.empty());
        assertThat(first.text()).matches("\\d+");
        assertThat(first.of(all).toString())
                .matches("(\\{|,|\"[abce]\":|\"\\$lastUpdated\":\"20[-0-9]+T[0-9:.]+Z\"|})+")
                .doesNotContain("\"d\"");
    }

    @Test
    void aTwinFromBeforeThereWereMarksHasTheTimeOfItsLastChange() {
        ObjectNode all = Json.read("{\"a\":{\"b\":1}}", ObjectNode.class);
        Marks old = Marks.stored(null, "2026-01-02T03:04:05.678Z", OptionalLong.of(7));
        String mark = "\"$lastUpdated\":\"2026-01-02T03:04:05.678Z\",\"$lastUpdatedVersion\":7";
        assertThat(old.of(all)).hasToString("{" + mark + ",\"a\":{" + mark + ",\"b\":{" + mark + "}}}");
        assertThat(old.last()).contains(Instant.parse("2026-01-02T03:04:05.678Z"));
        assertThat(Marks.stored(null, null, OptionalLong.empty())
                        .of(all)
                        .get("$lastUpdated")
                        .stringValue())
                .isEqualTo("0001-01-01T00:00:00Z");
        ObjectNode patch = Json.read("{\"a\":{\"c\":2}}", ObjectNode.class);
        ObjectNode after = MergePatch.apply(all, patch);
        ObjectNode metadata = old.changed(after, patch, OptionalLong.of(8)).of(after);
        assertThat(versions(metadata)).hasToString("{\"\":8,\"a\":{\"\":8,\"b\":{\"\":7},\"c\":{\"\":8}}}");
        assertThat(metadata.at("/a/b/$lastUpdated").stringValue()).isEqualTo("2026-01-02T03:04:05.678Z");
    }

    /// A version under the empty name for the object and each property, arrays and values alike.
    private static ObjectNode named(JsonNode value, long version) {
        ObjectNode marks = Json.mapper().createObjectNode().put("", version);
        value.properties().forEach(member -> marks.set(member.getKey(), named(member.getValue(), version)));
        return marks;
    }

    private static ObjectNode changed(ObjectNode before, ObjectNode after, ObjectNode patch, long version) {
        ObjectNode marks = Json.mapper().createObjectNode().put("", version);
        after.properties().forEach(member -> {
            String name = member.getKey();
            ObjectNode had = before.get(name) instanceof ObjectNode known ? known : named(member.getValue(), version);
            JsonNode change = patch.get(name);
            if (change == null) {
                marks.set(name, had);
            } else if (change instanceof ObjectNode some && member.getValue() instanceof ObjectNode object) {
                marks.set(name, changed(had, object, some, version));
            } else {
                marks.set(name, named(member.getValue(), version));
            }
        });
        return marks;
    }

    private static ObjectNode versions(JsonNode metadata) {
        ObjectNode marks = Json.mapper().createObjectNode();
        marks.put("", metadata.get("$lastUpdatedVersion").longValue());
        metadata.properties().stream()
                .filter(member -> !member.getKey().startsWith("$"))
                .forEach(member -> marks.set(member.getKey(), versions(member.getValue())));
        return marks;
    }
}
