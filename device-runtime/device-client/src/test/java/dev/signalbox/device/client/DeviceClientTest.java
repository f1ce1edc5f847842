// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import static dev.signalbox.device.client.DeviceFixture.await;
import static dev.signalbox.device.client.DeviceFixture.bytes;
import static dev.signalbox.device.client.DeviceFixture.numbered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.device.message.Handling;
import dev.signalbox.device.message.OutboxLimits;
import dev.signalbox.device.message.WhenFull;
import dev.signalbox.device.pretend.Authority;
import dev.signalbox.device.pretend.Heard;
import dev.signalbox.device.pretend.PretendHub;
import dev.signalbox.device.tls.PinnedTls;
import dev.signalbox.protocol.codec.ConnectionStrings;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.report.Account;
import dev.signalbox.protocol.stream.MessageIds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceClientTest {
    private static final DeviceId PUMP = new DeviceId("pump-1");

    @TempDir
    Path folder;

    private final Authority authority = new Authority();
    private final PretendHub hub = new PretendHub(PUMP, authority.issue("127.0.0.1"));

    @AfterEach
    void tearDown() {
        hub.close();
    }

    private DeviceClientBuilder pump() {
        var string = new ConnectionString("127.0.0.1", PUMP, PretendHub.KEY);
        return DeviceClient.builder()
                .connectionString(ConnectionStrings.write(string))
                .ports(hub.address("127.0.0.1").mqttPort(), 1)
                .trust(PinnedTls.toCa(authority.digest()).context())
                .folder(folder);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> DeviceClient.builder().folder(folder).start())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo("device.incomplete"));
        assertThatThrownBy(() ->
                        DeviceClient.builder().provisioningToken("signalbox2.x").start())
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void itStartsWithoutANetworkAndSendsLater() throws Exception {
        hub.listen();
        hub.kill();
        try (var client = pump().start()) {
            var sender = client.createStreamSender();
            for (String text : numbered(1, 20)) {
                sender.enqueueMessage(text, MessageIds.NONE);
            }
            assertThat(client.pendingMessagesCount()).isEqualTo(20);
            assertThat(client.waitEnqueuedMessagesSent(Duration.ofMillis(50))).isFalse();
            hub.listen();
            client.waitEnqueuedMessagesSent();
            assertThat(hub.consumed).isEqualTo(numbered(1, 20));
            assertThat(client.account().agrees()).isTrue();
            assertThat(client.account().forwarded()).isEqualTo(20);
        }
    }

    @Test
    void sendReturnsOnceTheHubHasItAndAllBefore() throws Exception {
        hub.listen();
        try (var client = pump().start()) {
            var sender = client.createStreamSender();
            IntStream.rangeClosed(1, 9).forEach(i -> sender.enqueueMessage("m" + i, MessageIds.NONE));
            sender.sendMessage("m10", MessageIds.message("10"));
            assertThat(hub.consumed).isEqualTo(numbered(1, 10));
            assertThat(client.pendingMessagesCount()).isZero();
        }
    }

    @Test
    void pipelinedMessagesKeepTheirOrder() throws Exception {
        hub.listen();
        try (var client = pump().start()) {
            var sender = client.createStreamSender();
            CompletableFuture<?>[] kept = IntStream.rangeClosed(1, 500)
                    .mapToObj(i -> sender.enqueueLater(bytes("m" + i), MessageIds.NONE))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(kept).join();
            client.waitEnqueuedMessagesSent();
            assertThat(hub.consumed).isEqualTo(numbered(1, 500));
        }
    }

    @Test
    void aFullOutboxRefusesUnlessTheAuthorSaysOtherwise() throws Exception {
        hub.listen();
        hub.kill();
        try (var client =
                pump().outbox(new OutboxLimits(1000, Optional.empty())).start()) {
            var sender = client.createStreamSender();
            sender.enqueueMessage(new byte[800], MessageIds.NONE);
            assertThatThrownBy(() -> sender.enqueueMessage(new byte[800], MessageIds.NONE))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.problem().code()).isEqualTo("outbox.full"));
            sender.with(Handling.USUAL.with(WhenFull.GIVE_WAY)).enqueueMessage(new byte[900], MessageIds.NONE);
            var account = client.account();
            assertThat(account.displaced()).isEqualTo(1);
            assertThat(account.refused()).isEqualTo(1);
            assertThat(account.agrees()).isTrue();
        }
    }

    @Test
    void aLargePayloadWaitsInAFileOfItsOwn() throws Exception {
        hub.listen();
        hub.kill();
        try (var client = pump().start()) {
            client.createStreamSender().enqueueMessage(new byte[300_000], MessageIds.NONE);
            assertThat(folder.resolve("large").toFile().list()).hasSize(1);
        }
        try (var client = pump().start()) {
            assertThat(client.pendingMessagesCount()).isEqualTo(1);
            assertThat(folder.resolve("large").toFile().list()).hasSize(1);
        }
    }

    @Test
    void itTellsItsHubWhatBecameOfEveryMessage() throws Exception {
        hub.listen();
        hub.kill();
        try (var client =
                pump().outbox(new OutboxLimits(1000, Optional.empty())).start()) {
            var sender = client.createStreamSender();
            sender.enqueueMessage(new byte[800], MessageIds.NONE);
            assertThatThrownBy(() -> sender.enqueueMessage(new byte[800], MessageIds.NONE))
                    .isInstanceOf(ProblemException.class);
            var before = client.account();
            hub.listen();
            assertThat(Heard.next(hub.accounts)).isEqualTo(before).matches(Account::agrees);
            var after = Heard.next(hub.accounts);
            assertThat(after).isEqualTo(client.account());
            assertThat(after.forwarded()).isEqualTo(1);
            assertThat(after.refused()).isEqualTo(1);
        }
        assertThat(hub.consumed).hasSize(1);
    }

    @Test
    void anAzureIotHubIsKnownByItsName() {
        assertThat(Line.isAzures(new HubAddress("acme.azure-devices.net", 8883, 443)))
                .isTrue();
        assertThat(Line.isAzures(new HubAddress("Acme.Azure-Devices.CN", 8883, 443)))
                .isTrue();
        assertThat(Line.isAzures(new HubAddress("azure-devices.example.com", 8883, 443)))
                .isFalse();
        assertThat(Line.isAzures(new HubAddress("127.0.0.1", 8883, 8443))).isFalse();
    }

    @Test
    void whoSendsALargePayloadThatGivesWayHearsSo() throws Exception {
        hub.listen();
        hub.kill();
        try (var client =
                pump().outbox(new OutboxLimits(500_000, Optional.empty())).start()) {
            var sender = client.createStreamSender();
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(sender, 300_000));
            await("it is kept", () -> client.pendingMessagesCount() == 1);
            assertThatThrownBy(() -> send(sender, 300_000)).hasMessageContaining("outbox.full");
            assertThat(folder.resolve("large").toFile().list()).hasSize(1);
            sender.with(Handling.USUAL.with(WhenFull.GIVE_WAY)).enqueueMessage(new byte[400_000], MessageIds.NONE);
            assertThatThrownBy(() -> sent.orTimeout(60, TimeUnit.SECONDS).join())
                    .hasMessageContaining("outbox.given-up");
            await("its file is gone", () -> folder.resolve("large").toFile().list().length == 1);
        }
    }

    private static void send(StreamSender sender, int bytes) {
        try {
            sender.sendMessage(new byte[bytes], MessageIds.NONE);
        } catch (InterruptedException never) {
            throw new AssertionError(never);
        }
    }

    @Test
    void closingItTwiceDoesNoHarm() throws Exception {
        hub.listen();
        var client = pump().start();
        await("it is connected", client::connected);
        client.close();
        client.close();
        assertThatThrownBy(() -> client.createStreamSender().enqueueMessage("late", MessageIds.NONE))
                .isInstanceOf(ProblemException.class);
    }
}
