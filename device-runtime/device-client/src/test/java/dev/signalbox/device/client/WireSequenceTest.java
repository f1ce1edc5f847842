// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import static dev.signalbox.device.client.DeviceFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.message.Compression;
import dev.signalbox.device.message.MethodAnswer;
import dev.signalbox.device.pretend.Authority;
import dev.signalbox.device.pretend.PretendHub;
import dev.signalbox.device.tls.PinnedTls;
import dev.signalbox.protocol.codec.ConnectionStrings;
import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.stream.MessageIds;
import dev.signalbox.protocol.stream.StreamName;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a device client says over MQTT, packet by packet, in the words and order of Spotflow's devices.
class WireSequenceTest {
    private static final DeviceId PUMP = new DeviceId("pump-1");
    private static final String EVENTS = "PUBLISH 1 devices/pump-1/messages/events/";
    private static final String GET = "PUBLISH 0 $iothub/twin/GET/?$rid=get-<n>";
    private static final List<String> SIGN_IN = List.of(
            "CONNECT pump-1 127.0.0.1/pump-1/?api-version=2021-04-12 keeps its session",
            "SUBSCRIBE [$iothub/methods/POST/#, devices/pump-1/messages/devicebound/#,"
                    + " $iothub/twin/res/#, $iothub/twin/PATCH/properties/desired/#]",
            GET);

    @TempDir
    Path folder;

    private final Authority authority = new Authority();
    private final PretendHub hub = new PretendHub(PUMP, authority.issue("127.0.0.1")).listen();
    private DeviceClient device;

    @BeforeEach
    void start() throws InterruptedException {
        device = DeviceClient.builder()
                .connectionString(ConnectionStrings.write(new ConnectionString("127.0.0.1", PUMP, PretendHub.KEY)))
                .ports(hub.address("127.0.0.1").mqttPort(), 1)
                .trust(PinnedTls.toCa(authority.digest()).context())
                .folder(folder)
                .onCloudMessage(message -> {})
                .onMethod(call -> new MethodAnswer(200, call.payload()))
                .start();
    }

    @AfterEach
    void stop() {
        device.close();
        hub.close();
    }

    /// What was said so far, without what differs from run to run, and without the account that a Signalbox hub is
    /// told beside all else.
    private List<String> said() {
        return hub.packets.stream()
                .filter(line -> !line.endsWith("signalbox-kind=account"))
                .map(line -> line.replaceAll("get-\\d+", "get-<n>").replaceAll("epoch=[^&]+", "epoch=<epoch>"))
                .toList();
    }

    private void awaitSaid(int packets) {
        await(packets + " packets were said", () -> said().size() >= packets);
    }

    @Test
    void afterEachSignInItSubscribesInOnePacketAndAsksForTheTwin() {
        awaitSaid(3);
        assertThat(said()).isEqualTo(SIGN_IN);
        hub.dropConnection();
        awaitSaid(6);
        assertThat(said()).isEqualTo(twice(SIGN_IN));
    }

    @Test
    void aPatchAfterAGapMakesItAskForTheTwin() {
        await("it knows the twin", () -> version() == 1);
        hub.desire("{\"followed\":1}");
        await("it follows", () -> version() == 2);
        assertThat(said()).isEqualTo(SIGN_IN);
        hub.desireSilently("{\"missed\":2}");
        hub.desire("{\"heard\":3}");
        await("it knows all", () -> version() == 4);
        assertThat(said())
                .isEqualTo(Stream.concat(SIGN_IN.stream(), Stream.of(GET)).toList());
        assertThat(device.getDesiredPropertiesIfNewer(OptionalLong.empty())
                        .orElseThrow()
                        .values())
                .hasToString("{\"followed\":1,\"missed\":2,\"heard\":3}");
    }

    @Test
    void propertiesAreInTheOrderOfSpotflowsDevices() throws Exception {
        awaitSaid(3);
        var plant = new StreamName("plant", "pressure");
        var sender = device.createStreamSender(plant, Compression.FASTEST).withSite("hall b");
        var ids = MessageIds.message("m-1").inBatch("b 1").inSlice("s").asChunk("c-1");
        sender.enqueueMessage("small", ids);
        sender.enqueueMessage("large ".repeat(100), ids);
        sender.enqueueMessageCompletion("b 1", "m-1");
        sender.enqueueBatchCompletion("b 1");
        device.createStreamSender().sendMessage("7.25", MessageIds.NONE);
        String place = EVENTS + "stream-group-name=plant&stream-name=pressure&site-id=hall%20b&batch-id=b%201";
        String own = "&signalbox-epoch=<epoch>&signalbox-seq=";
        assertThat(said().subList(3, 8))
                .containsExactly(
                        place + "&batch-slice-id=s&message-id=m-1&chunk-id=c-1" + own + 1,
                        place + "&batch-slice-id=s&message-id=m-1&chunk-id=c-1&content-encoding=br" + own + 2,
                        place + "&message-id=m-1&complete-message=true&ignore-payload=true" + own + 3,
                        place + "&complete-batch=true&ignore-payload=true" + own + 4,
                        EVENTS + own.substring(1) + 5);
    }

    private long version() {
        return device.getDesiredPropertiesIfNewer(OptionalLong.empty())
                .map(desired -> desired.version())
                .orElse(0L);
    }

    private static List<String> twice(List<String> lines) {
        return Stream.concat(lines.stream(), lines.stream()).toList();
    }
}
