// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.client.DeviceClient;
import dev.signalbox.operator.authority.NewAuthority;
import dev.signalbox.operator.consumer.NewConsumerToken;
import dev.signalbox.operator.device.IdentityChange;
import dev.signalbox.operator.device.NewIdentity;
import dev.signalbox.operator.device.Proof;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.stream.MessageIds;
import dev.signalbox.testing.process.Await;
import dev.signalbox.testing.tls.Trusting;
import dev.signalbox.workbench.device.Twin;
import dev.signalbox.workbench.session.Workbench;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated(Window.ALONE)
class DeviceStoryTest {
    private static final String PRESS = "press-0417";
    private static final String GATEWAY = "gateway-0419";
    private static final List<String> ROLES = List.of("press", "pump", "press", "boiler", "gateway");
    private static final String DESIRED = """
            {"limitCelsius": 82.5, "firmware": "2.4.1", "report": {"everySeconds": 30, "what": ["pressure"]}}""";
    private static final String REPORTED = """
            {"limitCelsius": 80, "report": {"everySeconds": 30, "what": ["pressure"]}, "battery": 0.93}""";

    @TempDir
    Path folder;

    @Test
    void aPersonNarrowsTheDevicesEditsATwinAndLetsOthersIn() throws Exception {
        try (var site = new Site(folder)) {
            Workbench workbench = site.workbench("console");
            makeFleet(workbench);
            try (var press = connect(site, workbench, PRESS);
                    var pump = connect(site, workbench, "pump-0416");
                    var window = new Window(site.hubFolder().resolve("hub.json"), folder.resolve("console"))) {
                pump.reports("{}");
                editTwin(workbench);
                press.reports(REPORTED);
                lookAtTheTwin(window);
                letABackEndIn(workbench, window);
                enterAnAuthority(window);
                letAProgramRead(site, workbench, window);
            }
        }
    }

    private static void makeFleet(Workbench workbench) throws IOException {
        workbench.authorities().add(new NewAuthority("pumps-2026", certificate("pumps-2026.pem"), true));
        for (int i = 0; i < 26; i++) {
            String role = ROLES.get(i % ROLES.size());
            make(workbench, role + "-04" + (15 + i), Map.of("site", i % 4 == 3 ? "south" : "north", "role", role));
        }
        make(workbench, "northern-works-hall-B-line-4-hydraulic-press-0001", Map.of("site", "north", "role", "press"));
        var off = new DeviceId("camera-gate-4");
        make(workbench, off.value(), Map.of("site", "north", "role", "camera"));
        var change = new IdentityChange(false, "stolen", Proof.SAS);
        workbench
                .devices()
                .change(off, change, workbench.devices().identity(off).etag());
    }

    private static void make(Workbench workbench, String name, Map<String, String> tags) {
        workbench.devices().create(new NewIdentity(new DeviceId(name), tags, Proof.SAS));
    }

    private static AnsweringDevice connect(Site site, Workbench workbench, String name) throws Exception {
        return new AnsweringDevice(site.contact(), workbench.nodes().connectionString(new DeviceId(name)), 200);
    }

    private static void editTwin(Workbench workbench) {
        var press = ClientId.parse(PRESS);
        Twin twin = workbench.devices().twin(press);
        workbench.devices().saveTwin(press, twin.tags(), DESIRED, twin.etag());
    }

    private static void lookAtTheTwin(Window window) {
        window.goTo("devices");
        window.awaitText("2 of 28 connected");
        window.click("#query-field");
        window.type("tags.site = 'north'");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.ENTER);
        window.awaitWords("#condition-number", "22 devices");
        window.click(PRESS);
        window.click("#tab-twin");
        window.awaitText("1 differs · 1 not reported");
        window.savePictures("devices");
    }

    private static void letABackEndIn(Workbench workbench, Window window) {
        workbench.policies().put("job-scheduler", List.of("RegistryRead", "ServiceConnect"));
        window.goTo("access");
        window.click("job-scheduler");
        window.click("#copy-policy");
        window.awaitWords("#copy-policy", "Copied");
        window.savePictures("access");
    }

    /// Its key is lost, so nobody can prove that he holds it.
    private static void enterAnAuthority(Window window) throws Exception {
        window.click("#access-authorities");
        window.click("#add-authority");
        window.click("#authority-name");
        window.type("presses-south");
        window.click("#authority-certificate");
        window.paste(certificate("pumps-2026.pem"));
        window.click("#add-authority-now");
        window.awaitWords("#authority-certificate-complaint", "with this certificate already");
        window.click("#authority-certificate");
        window.press(KeyCode.SHORTCUT, KeyCode.A);
        window.paste(certificate("presses-south.pem"));
        window.click("#add-authority-now");
        window.awaitThere("#proof-commands");
        window.click("#authority-proof");
        window.paste(certificate("presses-south.pem"));
        window.click("#verify-authority");
        window.awaitWords("#authority-proof-complaint", "its subject is not the verification code");
        window.click("#authority-proof");
        window.press(KeyCode.SHORTCUT, KeyCode.A);
        window.press(KeyCode.DELETE);
        window.savePictures("authorities");
    }

    private void letAProgramRead(Site site, Workbench workbench, Window window) throws Exception {
        String secret = workbench
                .consumerTokens()
                .make(new NewConsumerToken("billing", List.of(), Optional.empty()))
                .secret();
        try (var gateway = gateway(site, workbench)) {
            for (int i = 0; i < 40; i++) {
                gateway.createStreamSender().enqueueMessage("{\"n\":" + i + "}", MessageIds.NONE);
            }
            assertThat(gateway.waitEnqueuedMessagesSent(Duration.ofSeconds(60))).isTrue();
            Await.until(
                    "all can be read",
                    Duration.ofSeconds(60),
                    () -> workbench.streams().get(1).nextKey() == 40);
            readUpTo(25, site, secret);
            window.click("#access-consumers");
            window.click("#new-consumer");
            window.click("#consumer-name");
            window.type("shop reports");
            window.click("#consumer-all");
            window.click("#consumer-channel-1");
            window.click("#make-consumer");
            window.awaitThere("#consumer-secret");
            window.click("Done");
            window.click("billing");
            window.awaitText("15 behind");
            window.savePictures("consumers");
            lookAtTheAccount(window);
        }
        assertThat(workbench.consumerTokens().list())
                .extracting(token -> token.name() + " " + token.channels())
                .containsExactly("billing []", "shop reports [1]");
    }

    private DeviceClient gateway(Site site, Workbench workbench) throws InterruptedException {
        return DeviceClient.builder()
                .connectionString(workbench.nodes().connectionString(new DeviceId(GATEWAY)))
                .ports(
                        site.contact().address().mqttPort(),
                        site.contact().address().httpsPort())
                .trust(Trusting.context(site.contact().caPem()))
                .folder(folder.resolve("gateway"))
                .start();
    }

    /// A program that needs nothing before that key any more.
    private static void readUpTo(long key, Site site, String secret) throws Exception {
        String data = URLEncoder.encode(
                "{\"curr_key\":" + key + ",\"timeout\":10,\"delete\":true}", StandardCharsets.US_ASCII);
        var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:"
                        + site.contact().address().httpsPort() + "/gw/channels/1/messages?data=" + data))
                .header("Authorization", "FlespiToken " + secret);
        try (var http = HttpClient.newBuilder()
                .sslContext(Trusting.context(site.contact().caPem()))
                .build()) {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).contains("\"next_key\":40");
        }
    }

    private static void lookAtTheAccount(Window window) {
        window.goTo("devices");
        window.click(GATEWAY);
        window.click("#tab-account");
        window.awaitWords("#account-forwarded", "40");
        window.awaitWords("#account-stored", "40");
        window.awaitWords("#account-verdict", "agrees");
        window.savePictures("account");
    }

    private static String certificate(String name) throws IOException {
        try (var in = Objects.requireNonNull(DeviceStoryTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
