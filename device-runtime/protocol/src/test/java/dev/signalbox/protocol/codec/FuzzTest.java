// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.codec.query.Evaluator;
import dev.signalbox.protocol.codec.query.QueryParser;
import dev.signalbox.protocol.codec.query.QueryWriter;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.identity.Pins;
import dev.signalbox.protocol.identity.ProvisioningToken;
import dev.signalbox.protocol.query.Expression;
import dev.signalbox.testing.chance.Chance;
import dev.signalbox.testing.chance.Mutation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Whatever a stranger sends, reading it ends with a value or with the error that the reader promises.
@Timeout(1800)
class FuzzTest {
    private static final int INPUTS = Chance.many("inputs", 20_000);
    private static final String KEY = "c2VjcmV0IHNlY3JldCBzZWNyZXQ=";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Chance chance = Chance.of(FuzzTest.class);

    @Test
    void topics() {
        spoil(
                List.of(
                        "devices/pump-1/messages/events/a=b&%24.ct=application%2Fjson",
                        "devices/pump-1/modules/m/messages/events/x",
                        "$iothub/twin/GET/?$rid=1",
                        "$iothub/twin/PATCH/properties/reported/?$rid=1&$version=7",
                        "$iothub/methods/res/200/?$rid=1f"),
                Topics::fromDevice,
                IllegalArgumentException.class);
    }

    @Test
    void tokens() {
        String good = SasTokens.make("hub/devices/pump-1", KEY, NOW.plusSeconds(60));
        assertThat(SasTokens.isGood(good, "hub/devices/pump-1", KEY, NOW)).isTrue();
        spoil(List.of(good, good + "&skn=service"), token -> {
            SasTokens.isGood(token, "hub/devices/pump-1", KEY, NOW);
            SasTokens.policy(token);
        });
    }

    @Test
    void noSpoiledSignatureIsGood() {
        String good = SasTokens.make("hub/devices/pump-1", KEY, NOW.plusSeconds(60));
        String sig = good.replaceFirst(".*sig=([^&]*)&.*", "$1");
        spoil(
                List.of(sig),
                spoiled -> {
                    String token = good.replace(sig, spoiled);
                    boolean signs = PropertyBags.read("s=" + spoiled.replaceFirst("&.*", ""))
                            .containsValue(PropertyBags.read("s=" + sig).get("s"));
                    assertThat(signs || !SasTokens.isGood(token, "hub/devices/pump-1", KEY, NOW))
                            .as(token)
                            .isTrue();
                },
                IllegalArgumentException.class);
    }

    @Test
    void connectionStrings() {
        spoil(
                List.of(
                        "HostName=localhost;DeviceId=pump-1;SharedAccessKey=" + KEY,
                        "HostName=localhost;DeviceId=a:b;SharedAccessSignature=SharedAccessSignature sr=h&sig=s%3D&se=1"),
                text -> assertThat(ConnectionStrings.write(ConnectionStrings.read(text)))
                        .contains("HostName="),
                ProblemException.class,
                IllegalArgumentException.class);
    }

    @Test
    void provisioningTokens() {
        var pins = new Pins(new HubAddress("hub", 8883, 8443), Digests.of("ca"), Digests.of("owner"));
        String good = ProvisioningTokens.write(new ProvisioningToken(pins, "sbp_x", Optional.of(new DeviceId("a"))));
        spoil(List.of(good), ProvisioningTokens::read, ProblemException.class);
        String json = new String(
                Base64.getUrlDecoder().decode(good.substring(ProvisioningTokens.PREFIX.length())),
                StandardCharsets.UTF_8);
        spoil(
                List.of(json),
                text -> ProvisioningTokens.read(ProvisioningTokens.PREFIX
                        + Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))),
                ProblemException.class);
    }

    /// What was read is the same after another writing.
    @Test
    void durations() {
        spoil(
                List.of("29.23:59:58", "-1.00:00:00.5000000", "0:0:0"),
                text -> {
                    Duration read = DotNetDurations.read(text);
                    assertThat(DotNetDurations.read(DotNetDurations.write(read)))
                            .isEqualTo(read);
                },
                IllegalArgumentException.class);
    }

    @Test
    void streamHeaders() {
        spoil(
                List.of(
                        "stream-group-name=g&stream-name=s&site-id=x&batch-id=b&batch-slice-id=l&message-id=m",
                        "message-id=m&chunk-id=1&content-encoding=br&complete-message=true&ignore-payload=true"),
                text -> {
                    var header = StreamHeaders.read(PropertyBags.read(text));
                    assertThat(StreamHeaders.read(StreamHeaders.write(header))).isEqualTo(header);
                },
                IllegalArgumentException.class);
    }

    @Test
    void queries() {
        spoil(
                List.of(
                        "SELECT * FROM devices WHERE tags.hall = 'B' AND properties.reported.speed >= 3.5",
                        "SELECT deviceId, COUNT() AS n FROM devices WHERE NOT (a IN ['x', 2] OR is_defined(b.c)) GROUP BY deviceId",
                        "SELECT TOP 5 * FROM devices.jobs WHERE devices.jobs.jobId = 'a''b'"),
                QueryParser::query,
                ProblemException.class);
    }

    /// What was read can be written and read again, and asked of a document.
    @Test
    void conditions() {
        ObjectNode twin = (ObjectNode) Json.readTree(
                "{\"deviceId\":\"a\",\"tags\":{\"hall\":\"B\"},\"properties\":{\"reported\":{\"speed\":3}}}"
                        .getBytes(StandardCharsets.UTF_8));
        spoil(
                List.of(
                        "tags.hall = 'B' AND (properties.reported.speed > 2 OR NOT is_defined(tags.x))",
                        "deviceId IN ['a', 'b'] AND starts_with(deviceId, 'a') AND tags.n != -1.5e3"),
                text -> {
                    Expression condition = QueryParser.twinCondition(text);
                    Evaluator.matches(condition, twin);
                    String written = QueryWriter.write(condition);
                    assertThat(QueryWriter.write(QueryParser.twinCondition(written)))
                            .isEqualTo(written);
                },
                ProblemException.class);
    }

    @Test
    void patches() {
        JsonNode twin = Json.readTree("{\"a\":{\"b\":[1,2]},\"c\":null}".getBytes(StandardCharsets.UTF_8));
        spoil(
                List.of("{\"a\":{\"b\":null,\"x\":{\"y\":1.5}},\"z\":[{\"q\":\"t\"}]}"),
                text -> {
                    if (Json.readTree(text.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode patch) {
                        MergePatch.apply((ObjectNode) twin, patch);
                    }
                },
                ProblemException.class);
    }

    @SafeVarargs
    private void spoil(List<String> good, Consumer<String> reading, Class<? extends RuntimeException>... promised) {
        var mutation = new Mutation(good, chance.drawnBy(good.getFirst()));
        for (int i = 0; i < INPUTS; i++) {
            String text = mutation.text();
            try {
                reading.accept(text);
            } catch (RuntimeException | StackOverflowError refused) {
                if (List.of(promised).stream().noneMatch(type -> type.isInstance(refused))) {
                    throw new AssertionError("Input " + i + ": " + text, refused);
                }
            }
        }
    }
}
