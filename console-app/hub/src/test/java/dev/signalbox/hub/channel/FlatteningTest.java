// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.hub.stream.StreamReader.Keyed;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// In which words messages come.
class FlatteningTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-21T16:00:00.125Z");
    private static final double SECONDS = RECEIVED.toEpochMilli() / 1000.0;

    private static JsonNode flat(byte[] payload, Map<String, String> properties) {
        var stored = new StoredMessage(new DeviceId("pump-1"), RECEIVED, properties, payload);
        return Json.readTree(Flattening.write(12, new Keyed(7, stored, payload.length, true)));
    }

    private static JsonNode flat(String payload) {
        return flat(payload.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    @Test
    void whatTheHubKnowsStandsInEveryMessage() {
        assertThat(flat("hello").toString())
                .isEqualTo("{\"ident\":\"pump-1\",\"timestamp\":" + Json.writeText(SECONDS) + ",\"server.timestamp\":"
                        + Json.writeText(SECONDS) + ",\"channel.id\":12,\"protocol.id\":0,\"message.key\":7,"
                        + "\"message.id\":\"7\",\"payload.text\":\"hello\"}");
    }

    @Test
    void propertiesAreCalledByOurNamesAndAStrangersByHis() {
        var properties = Map.of(
                "message-id", "m-1",
                "batch-id", "b-1",
                "batch-slice-id", "s-1",
                "site-id", "hall",
                "content-encoding", "br",
                "signalbox-epoch", "e",
                "signalbox-dead", "stream-not-known",
                "unit", "bar");
        JsonNode flat = flat("{}".getBytes(StandardCharsets.UTF_8), properties);
        assertThat(flat.propertyNames())
                .containsExactlyInAnyOrder(
                        "ident",
                        "timestamp",
                        "server.timestamp",
                        "channel.id",
                        "protocol.id",
                        "message.key",
                        "message.id",
                        "batch.id",
                        "batch.slice.id",
                        "site.id",
                        "dead.reason",
                        "property.unit");
        assertThat(flat.get("message.id").asString()).isEqualTo("m-1");
    }

    @Test
    void objectsBecomeFlatAndArraysStay() {
        JsonNode flat = flat("{\"a\":{\"b\":{\"c\":1},\"d\":[{\"e\":2}]},\"f\":null,\"g\":{}}");
        assertThat(flat.get("a.b.c").asInt()).isEqualTo(1);
        assertThat(flat.get("a.d").toString()).isEqualTo("[{\"e\":2}]");
        assertThat(flat.get("f").isNull()).isTrue();
        assertThat(flat.get("g").toString()).isEqualTo("{}");
    }

    @Test
    void namesThatAreOursOrTakenGiveWay() {
        JsonNode flat = flat("{\"ident\":\"x\",\"batch\":{\"id\":\"y\"},\"a\":{\"b\":1},\"a.b\":2,\"payload.a.b\":3}");
        assertThat(flat.get("ident").asString()).isEqualTo("pump-1");
        assertThat(flat.get("payload.ident").asString()).isEqualTo("x");
        assertThat(flat.get("payload.batch.id").asString()).isEqualTo("y");
        assertThat(flat.get("a.b").asInt()).isEqualTo(1);
        assertThat(flat.get("payload.a.b").asInt()).isEqualTo(2);
        assertThat(flat.get("payload.payload.a.b").asInt()).isEqualTo(3);
    }

    @Test
    void aTimestampIsTheDevicesOwnIfItCanBeRead() {
        assertThat(flat("{\"timestamp\":1763740800.5}").get("timestamp").asDouble())
                .isEqualTo(1763740800.5);
        assertThat(flat("{\"timestamp\":\"2025-11-21T16:00:00.5+00:00\"}")
                        .get("timestamp")
                        .asDouble())
                .isEqualTo(1763740800.5);
        JsonNode odd = flat("{\"timestamp\":\"noon\"}");
        assertThat(odd.get("timestamp").asDouble()).isEqualTo(SECONDS);
        assertThat(odd.get("payload.timestamp").asString()).isEqualTo("noon");
    }

    @Test
    void anyOtherPayloadIsOneField() {
        assertThat(flat("21.5").get("payload").asDouble()).isEqualTo(21.5);
        assertThat(flat("[1,2]").get("payload").toString()).isEqualTo("[1,2]");
        assertThat(flat("12 apples").get("payload.text").asString()).isEqualTo("12 apples");
        assertThat(flat("{\"cut\":").get("payload.text").asString()).isEqualTo("{\"cut\":");
        assertThat(flat("").get("payload.text").asString()).isEmpty();
        assertThat(flat(new byte[] {(byte) 0xff, 0}, Map.of())
                        .get("payload.hex")
                        .asString())
                .isEqualTo("ff00");
        assertThat(flat(new byte[] {'{', 0}, Map.of()).get("payload.hex").asString())
                .isEqualTo("7b00");
    }

    @Test
    void whatIsVeryDeepBecomesText() {
        JsonNode flat = flat("{\"x\":".repeat(40) + "1" + "}".repeat(40));
        String name = "x" + ".x".repeat(31);
        assertThat(flat.get(name).asString()).isEqualTo("{\"x\":".repeat(8) + "1" + "}".repeat(8));
        String deeper = "{\"x\":".repeat(100) + "1" + "}".repeat(100);
        assertThat(flat(deeper).get("payload.text").asString()).isEqualTo(deeper);
    }

    /// A long outer name before thousands of inner ones would make gigabytes of it.
    @Test
    void aSmallPayloadStaysSmall() {
        var inner = new StringBuilder("\"a\":1");
        for (int i = 0; i < 10_000; i++) {
            inner.append(",\"").append(i).append("\":1");
        }
        String payload = "{\"" + "n".repeat(100_000) + "\":{" + inner + "}}";
        assertThat(flat(payload).get("payload.text").asString()).isEqualTo(payload);
    }

    @Test
    void whatIsNotWholeIsSomewhereElse() {
        var stored = new StoredMessage(new DeviceId("pump-1"), RECEIVED, Map.of(), new byte[] {'a'});
        JsonNode flat = Json.readTree(Flattening.write(12, new Keyed(7, stored, 300_000, false)));
        assertThat(flat.get("payload.size").asLong()).isEqualTo(300_000);
        assertThat(flat.get("payload.url").asString()).isEqualTo("/gw/channels/12/messages/7/payload");
        assertThat(flat.has("payload.text")).isFalse();
    }
}
