// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.client.DeviceClient;
import dev.signalbox.device.client.DeviceClientBuilder;
import dev.signalbox.device.message.MethodAnswer;
import dev.signalbox.device.message.ProvisioningOperation;
import dev.signalbox.operator.node.NewMessage;
import dev.signalbox.operator.provisioning.Approval;
import dev.signalbox.operator.provisioning.NewToken;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.operator.stream.MessageView;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.stream.MessageIds;
import dev.signalbox.testing.process.Await;
import dev.signalbox.workbench.device.MethodWish;
import dev.signalbox.workbench.device.Twin;
import dev.signalbox.workbench.session.Workbench;
import dev.signalbox.workbench.stream.MessageSearch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A device of one's own at a real hub: from its token over all that both say to each other to a start without a hub.
@Timeout(120)
class DeviceClientStoryTest {
    private static final DeviceId GIVEN = new DeviceId("pump-7");
    private static final long DEFAULT_STREAM = 1;

    @TempDir
    Path folder;

    private final BlockingQueue<String> codes = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> desires = new LinkedBlockingQueue<>();

    @Test
    void itIsLetInSpeaksWithItsHubAndStartsWithoutIt() throws Exception {
        try (var site = new Site(folder)) {
            Workbench workbench = site.workbench("console");
            String token = token(workbench);
            try (DeviceClient device = letIn(workbench, token)) {
                assertThat(device.deviceId()).isEqualTo(GIVEN.value());
                assertThat(device.workspaceId()).isEmpty();
                bothSpeak(workbench, device);
            }
            site.killHub();
            try (DeviceClient device = pump(token).start()) {
                device.createStreamSender().enqueueMessage("offline", MessageIds.NONE);
                assertThat(device.deviceId()).isEqualTo(GIVEN.value());
                assertThat(device.getDesiredProperties().values()).hasToString("{\"rate\":5}");
                assertThat(device.pendingMessagesCount()).isEqualTo(1);
                site.restartHub();
                assertThat(device.waitEnqueuedMessagesSent(Site.SOON)).isTrue();
                assertThat(device.pendingMessagesCount()).isZero();
            }
            assertThat(texts(workbench, 2)).containsExactly("hello", "offline");
        }
    }

    private DeviceClientBuilder pump(String token) {
        return DeviceClient.builder()
                .provisioningToken(token)
                .deviceId("pump-1")
                .folder(folder.resolve("device"))
                .onProvisioning(this::shows)
                .onCloudMessage(message -> messages.add(new String(message.payload(), StandardCharsets.UTF_8) + " for "
                        + message.properties().get("valve")))
                .onDesired(desired -> desires.add(desired.values().toString()))
                .onMethod(call -> new MethodAnswer(202, call.payload()));
    }

    private void shows(ProvisioningOperation operation) {
        codes.add(operation.verificationCode());
    }

    private static String token(Workbench workbench) {
        var wanted =
                new NewToken("hall", Optional.empty(), false, List.of(), false, Map.of("hall", "2"), Optional.empty());
        return workbench.provisioning().make(wanted).text();
    }

    /// Somebody compares the codes and calls it otherwise.
    private DeviceClient letIn(Workbench workbench, String token) throws Exception {
        var starting = CompletableFuture.supplyAsync(() -> {
            try {
                return pump(token).start();
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        });
        String shown = codes.poll(Site.SOON.toSeconds(), TimeUnit.SECONDS);
        OperationView operation = workbench.provisioning().operations().getFirst();
        assertThat(shown).isEqualTo(operation.code());
        workbench.provisioning().approve(operation.id(), new Approval(Optional.of(GIVEN), Map.of(), false));
        return starting.get(Site.SOON.toSeconds(), TimeUnit.SECONDS);
    }

    private void bothSpeak(Workbench workbench, DeviceClient device) throws Exception {
        var pump = ClientId.parse(GIVEN.value());
        device.createStreamSender().sendMessage("hello", MessageIds.NONE);
        workbench.devices().send(GIVEN, new NewMessage("close it", Map.of("valve", "3"), 3600));
        assertThat(messages.poll(Site.SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo("close it for 3");
        Twin twin = workbench.devices().twin(pump);
        assertThat(twin.tags()).contains("hall");
        workbench.devices().saveTwin(pump, twin.tags(), "{\"rate\":5}", twin.etag());
        Await.until("it hears of it", Site.SOON, () -> desires.contains("{\"rate\":5}"));
        device.updateReportedProperties(Json.mapper().createObjectNode().put("rate", 5));
        Await.until("its report is taken", Site.SOON, () -> !device.anyPendingReportedPropertiesUpdates());
        assertThat(Json.readTree(
                        workbench.devices().twin(pump).reported().text().getBytes(StandardCharsets.UTF_8)))
                .hasToString("{\"rate\":5}");
        var answer = workbench.devices().call(pump, new MethodWish("open", "{\"valve\":3}", 30, 30));
        assertThat(answer.status()).isEqualTo(202);
    }

    private static List<String> texts(Workbench workbench, int many) {
        List<MessageView> all = Await.value(
                many + " messages",
                Site.SOON,
                () -> Optional.of(workbench
                                .streams()
                                .messages(DEFAULT_STREAM, MessageSearch.all(10))
                                .messages())
                        .filter(found -> found.size() >= many));
        return StreamDesk.texts(all);
    }
}
