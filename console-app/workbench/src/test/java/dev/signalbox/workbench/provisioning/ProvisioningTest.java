// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.hub.Hub;
import dev.signalbox.hub.HubConfig;
import dev.signalbox.operator.provisioning.Approval;
import dev.signalbox.operator.provisioning.NewToken;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.operator.provisioning.TokenView;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.ProvisioningTokens;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.provisioning.OperationStarted;
import dev.signalbox.testing.tls.Trusting;
import dev.signalbox.workbench.live.OperationWatcher;
import dev.signalbox.workbench.session.Workbench;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Tokens and waiting devices of a real hub.
@Timeout(180)
class ProvisioningTest {
    private static final DeviceId PUMP = new DeviceId("pump-1");

    @TempDir
    Path folder;

    private Hub hub;
    private Workbench workbench;
    private Provisioning provisioning;

    @BeforeEach
    void start() {
        hub = Hub.start(HubConfig.inFolder(folder.resolve("hub")).onFreePorts());
        workbench = Workbench.openLocal(folder.resolve("hub"), folder.resolve("console"));
        provisioning = workbench.provisioning();
    }

    @AfterEach
    void stop() {
        workbench.close();
        hub.close();
    }

    @Test
    void oneStringHoldsAllThatADeviceNeeds() {
        TokenGiven given = provisioning.make(token("hall", Optional.of(PUMP)));
        var read = ProvisioningTokens.read(given.text());
        assertThat(read.pins()).isEqualTo(workbench.nodes().pins());
        assertThat(read.deviceId()).hasValue(PUMP);
        assertThat(read.secret()).matches("sbp_[A-Za-z0-9_-]{43}");
        assertThat(given.toString()).doesNotContain(read.secret());
        assertThat(provisioning.tokens()).containsExactly(given.token());
    }

    @Test
    void aTokenIsPreApprovedAndRevoked() {
        String id = provisioning.make(token("hall", Optional.empty())).token().id();
        assertThat(provisioning.preApprove(id, PUMP).preApproved()).containsExactly(PUMP);
        assertThat(provisioning.withdraw(id, PUMP).preApproved()).isEmpty();
        TokenView revoked = provisioning.revoke(id);
        assertThat(revoked.open()).isFalse();
        assertThatThrownBy(() -> provisioning.revoke("none"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no provisioning token");
    }

    @Test
    void whoWaitsIsHeardOfApprovedAndRejected() throws Exception {
        String secret = ProvisioningTokens.read(
                        provisioning.make(token("hall", Optional.empty())).text())
                .secret();
        BlockingQueue<OperationView> heard = new LinkedBlockingQueue<>();
        try (var _ = workbench.feeds().operations(watcher(heard))) {
            OperationStarted asked = ask(secret);
            assertThat(heard.poll(60, TimeUnit.SECONDS).code()).isEqualTo(asked.verificationCode());
            var approval = new Approval(Optional.of(new DeviceId("pump-7")), Map.of("hall", "B"), false);
            OperationView approved = provisioning.approve(asked.provisioningOperationId(), approval);
            assertThat(approved.given()).hasValue(new DeviceId("pump-7"));
            assertThat(heard.poll(60, TimeUnit.SECONDS).state()).isEqualTo(OperationState.APPROVED);
            assertThat(workbench.nodes().list().getFirst().tags()).containsEntry("hall", "B");
            OperationView rejected = provisioning.reject(asked.provisioningOperationId());
            assertThat(provisioning.operations()).containsExactly(rejected);
            assertThat(rejected.state()).isEqualTo(OperationState.CANCELLED);
        }
    }

    private static OperationWatcher watcher(BlockingQueue<OperationView> heard) {
        return new OperationWatcher() {
            @Override
            public void operation(OperationView view) {
                heard.add(view);
            }

            @Override
            public void gone(String id) {}
        };
    }

    private static NewToken token(String name, Optional<DeviceId> device) {
        return new NewToken(name, device, false, List.of(), false, Map.of(), Optional.empty());
    }

    private OperationStarted ask(String secret) throws Exception {
        try (var http = HttpClient.newBuilder()
                .sslContext(Trusting.context(hub.contact().caPem()))
                .build()) {
            var request = HttpRequest.newBuilder(URI.create(
                            "https://127.0.0.1:" + hub.address().httpsPort() + "/provisioning-operations/init"))
                    .header("Authorization", "DeviceToken " + secret)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"deviceId\":\"pump-1\",\"idForm\":\"plain\"}"));
            return Json.read(
                    http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                            .body(),
                    OperationStarted.class);
        }
    }
}
