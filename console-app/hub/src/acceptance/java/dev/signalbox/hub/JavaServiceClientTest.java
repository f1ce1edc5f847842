// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.sdk.iot.service.ProxyOptions;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubBadFormatException;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubConflictException;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubNotFoundException;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubPreconditionFailedException;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubUnauthorizedException;
import com.microsoft.azure.sdk.iot.service.jobs.DirectMethodsJobOptions;
import com.microsoft.azure.sdk.iot.service.jobs.ScheduledJob;
import com.microsoft.azure.sdk.iot.service.jobs.ScheduledJobStatus;
import com.microsoft.azure.sdk.iot.service.jobs.ScheduledJobType;
import com.microsoft.azure.sdk.iot.service.jobs.ScheduledJobsClient;
import com.microsoft.azure.sdk.iot.service.jobs.ScheduledJobsClientOptions;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodRequestOptions;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodsClient;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodsClientOptions;
import com.microsoft.azure.sdk.iot.service.query.QueryClient;
import com.microsoft.azure.sdk.iot.service.query.QueryClientOptions;
import com.microsoft.azure.sdk.iot.service.query.QueryPageOptions;
import com.microsoft.azure.sdk.iot.service.registry.Device;
import com.microsoft.azure.sdk.iot.service.registry.DeviceStatus;
import com.microsoft.azure.sdk.iot.service.registry.Module;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClientOptions;
import com.microsoft.azure.sdk.iot.service.twin.Twin;
import com.microsoft.azure.sdk.iot.service.twin.TwinClient;
import com.microsoft.azure.sdk.iot.service.twin.TwinClientOptions;
import dev.signalbox.operator.policy.PolicyView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.HttpsURLConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Microsoft's Java service client, unmodified, from Maven Central, against a hub.
@Timeout(120)
class JavaServiceClientTest {
    @TempDir
    Path folder;

    private Site site;
    private Desk desk;
    private Detour detour;
    private String connection = "";

    @BeforeEach
    void start() throws Exception {
        site = new Site(folder);
        desk = Desk.signedIn(site);
        detour = new Detour(site.address().httpsPort());
        connection = connectionString("iothubowner");
        HttpsURLConnection.setDefaultSSLSocketFactory(site.tls().getSocketFactory());
    }

    @AfterEach
    void stop() throws Exception {
        detour.close();
        desk.close();
        site.close();
    }

    @Test
    void theRegistry() throws Exception {
        var registry = registry(connection);
        Device made = registry.addDevice(new Device("pump-1"));
        assertThat(made.getPrimaryKey()).isNotEmpty();
        assertThatThrownBy(() -> registry.addDevice(new Device("pump-1"))).isInstanceOf(IotHubConflictException.class);
        made.setStatus(DeviceStatus.Disabled);
        assertThat(registry.updateDevice(made).getStatus()).isEqualTo(DeviceStatus.Disabled);
        assertThatThrownBy(() -> registry.removeDevice(made)).isInstanceOf(IotHubPreconditionFailedException.class);
        assertThat(registry.getStatistics().getDisabledDeviceCount()).isEqualTo(1);
        registry.addModule(new Module("pump-1", "motor"));
        assertThat(registry.getModulesOnDevice("pump-1"))
                .extracting(Module::getId)
                .containsExactly("motor");
        registry.removeModule("pump-1", "motor");
        registry.removeDevice("pump-1");
        assertThatThrownBy(() -> registry.getDevice("pump-1")).isInstanceOf(IotHubNotFoundException.class);
        assertThatThrownBy(() -> registry(connectionString("service")).getDevice("pump-1"))
                .isInstanceOf(IotHubUnauthorizedException.class);
    }

    @Test
    void twins() throws Exception {
        desk.addNode("pump-1", Map.of("hall", "B"));
        var twins = new TwinClient(
                connection, TwinClientOptions.builder().proxyOptions(proxy()).build());
        Twin twin = twins.get("pump-1");
        assertThat(twin.getTags()).containsEntry("hall", "B");
        twin.getTags().put("floor", 3);
        twin.getDesiredProperties().put("speed", 3);
        Twin patched = twins.patch(twin);
        assertThat(patched.getDesiredProperties()).containsEntry("speed", 3L);
        var replacement = new Twin("pump-1");
        replacement.getDesiredProperties().put("mode", "eco");
        replacement.getTags().put("hall", "C");
        twins.replace(replacement);
        assertThat(twins.get("pump-1").getDesiredProperties()).containsOnlyKeys("mode");
        assertThat(twins.get("pump-1").getTags()).containsOnlyKeys("hall");
    }

    @Test
    void directMethods() throws Exception {
        var keys = desk.addNode("pump-1", Map.of());
        var methods = new DirectMethodsClient(
                connection,
                DirectMethodsClientOptions.builder().proxyOptions(proxy()).build());
        var options = DirectMethodRequestOptions.builder()
                .payload(Map.of("delay", 5))
                .methodConnectTimeoutSeconds(20)
                .methodResponseTimeoutSeconds(20)
                .build();
        var asking = CompletableFuture.supplyAsync(() -> {
            try {
                return methods.invoke("pump-1", "reboot", options);
            } catch (Exception refused) {
                throw new IllegalStateException(refused);
            }
        });
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen(Topics.METHOD_CALLS, 0);
            assertThat(pump.answers(207, "{\"done\":true}").body()).isEqualTo("{\"delay\":5}");
            assertThat(asking.get().getStatus()).isEqualTo(207);
            assertThat(asking.get().getPayloadAsJsonElement().toString()).isEqualTo("{\"done\":true}");
        }
        var atOnce = DirectMethodRequestOptions.builder()
                .methodConnectTimeoutSeconds(0)
                .build();
        assertThatThrownBy(() -> methods.invoke("pump-1", "reboot", atOnce)).isInstanceOf(IotHubNotFoundException.class);
    }

    @Test
    void jobs() throws Exception {
        var keys = desk.addNode("pump-1", Map.of("hall", "B"));
        desk.addNode("pump-2", Map.of("hall", "C"));
        var jobs = new ScheduledJobsClient(
                connection,
                ScheduledJobsClientOptions.builder().proxyOptions(proxy()).build());
        var update = new Twin();
        update.getDesiredProperties().put("speed", 3);
        update.setETag("*");
        ScheduledJob job = jobs.scheduleUpdateTwin("tune", "tags.hall='B'", update, new Date(), 60);
        assertThat(job.getJobType()).isEqualTo(ScheduledJobType.scheduleUpdateTwin);
        assertThat(ended(jobs, "tune").getJobStatistics().getSucceededCount()).isEqualTo(1);

        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen(Topics.METHOD_CALLS, 0);
            var options = DirectMethodsJobOptions.builder()
                    .payload("now")
                    .maxExecutionTimeSeconds(3)
                    .methodResponseTimeoutSeconds(30)
                    .build();
            jobs.scheduleDirectMethod("stop", "IS_DEFINED(deviceId)", "stop", new Date(), options);
            pump.answers(200, "\"stopped\"");
            ScheduledJob done = ended(jobs, "stop");
            assertThat(done.getJobStatistics().getDeviceCount()).isEqualTo(2);
            assertThat(done.getJobStatistics().getSucceededCount()).isEqualTo(1);
            assertThat(done.getJobStatistics().getFailedCount()).isEqualTo(1);
        }
        var rows = jobs.query("SELECT * FROM devices.jobs WHERE devices.jobs.jobId = 'stop'");
        ScheduledJob answered = rows.next();
        assertThat(answered.getDeviceId()).isEqualTo("pump-1");
        assertThat(answered.getOutcomeResult().getPayloadAsJsonElement().getAsString()).isEqualTo("stopped");
        assertThat(rows.next().getError()).contains("job.window-closed");
        assertThat(rows.hasNext()).isFalse();

        jobs.scheduleDirectMethod(
                "later",
                "*",
                "stop",
                Date.from(Instant.now().plusSeconds(3600)),
                DirectMethodsJobOptions.builder().build());
        assertThat(jobs.cancel("later").getJobStatus()).isEqualTo(ScheduledJobStatus.cancelled);
        assertThatThrownBy(() -> jobs.scheduleUpdateTwin("bad", "SELECT * FROM devices", update, new Date(), 60))
                .isInstanceOf(IotHubBadFormatException.class)
                .hasMessageContaining("WHERE");
        assertThat(jobs.query(ScheduledJobType.scheduleUpdateTwin, ScheduledJobStatus.completed)
                        .next()
                        .getJobId())
                .isEqualTo("tune");
    }

    @Test
    void queries() throws Exception {
        for (int i = 0; i < 5; i++) {
            desk.addNode("pump-" + i, Map.of("hall", i < 3 ? "B" : "C"));
        }
        var queries = new QueryClient(
                connection, QueryClientOptions.builder().proxyOptions(proxy()).build());
        var twins = queries.queryTwins(
                "SELECT * FROM devices WHERE tags.hall = 'B'",
                QueryPageOptions.builder().pageSize(2).build());
        List<String> found = new java.util.ArrayList<>();
        while (twins.hasNext()) {
            found.add(twins.next().getDeviceId());
        }
        assertThat(found).containsExactly("pump-0", "pump-1", "pump-2");
        var counted = queries.queryRaw("SELECT tags.hall AS hall, COUNT() AS n FROM devices GROUP BY tags.hall");
        assertThat(counted.next()).contains("\"hall\":\"B\"").contains("\"n\":3");
    }

    private ScheduledJob ended(ScheduledJobsClient jobs, String id) {
        Site.await(() -> status(jobs, id) == ScheduledJobStatus.completed);
        try {
            return jobs.get(id);
        } catch (Exception refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static ScheduledJobStatus status(ScheduledJobsClient jobs, String id) {
        try {
            return jobs.get(id).getJobStatus();
        } catch (Exception refused) {
            throw new IllegalStateException(refused);
        }
    }

    private RegistryClient registry(String connectionString) {
        return new RegistryClient(
                connectionString,
                RegistryClientOptions.builder().proxyOptions(proxy()).build());
    }

    private ProxyOptions proxy() {
        return new ProxyOptions(detour.proxy());
    }

    private String connectionString(String policy) {
        return Arrays.stream(Json.read(desk.get(Paths.POLICIES).body(), PolicyView[].class))
                .filter(view -> view.name().equals(policy))
                .findFirst()
                .orElseThrow()
                .connectionString();
    }
}
