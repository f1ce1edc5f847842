// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.hub.authority.Holder;
import dev.signalbox.operator.authority.AuthorityProof;
import dev.signalbox.operator.authority.AuthorityView;
import dev.signalbox.operator.authority.NewAuthority;
import dev.signalbox.operator.device.IdentityKeys;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.report.Problem;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Devices whose certificates are signed by an authority that operators entered.
@Timeout(180)
class DeviceAuthorityTest extends OnSite {
    private static final String BY_AUTHORITY = "{\"authentication\":{\"type\":\"certificateAuthority\"}}";

    private BackEnd backEnd;
    private Holder root;
    private Holder pump;

    @BeforeEach
    void start() throws Exception {
        backEnd = BackEnd.owner(desk);
        root = Holder.root("Pumps");
        pump = root.authority("North").device("pump-1");
        backEnd.ask("PUT", "/devices/pump-1", BY_AUTHORITY);
    }

    @Test
    void aSignedCertificateLetsADeviceInByEachDoor() throws Exception {
        add("pumps", root, true);
        try (var in = signIn(Pump.of(site, "pump-1"), pump, 2)) {
            in.send("by MQTT", Map.of());
        }
        try (var in = signIn(Pump.overWebSocket(site, "pump-1"), pump, 3)) {
            in.send("by WebSocket", Map.of());
        }
        assertThat(DeviceStoreReader.texts(folder, "pump-1")).containsExactly("by MQTT", "by WebSocket");
        assertThat(askForUpload(pump)).isEqualTo(200);
        assertThat(askForUpload(root.device("pump-2"))).isEqualTo(401);
    }

    @Test
    void withoutTheOneInBetweenNobodyComesIn() throws Exception {
        add("pumps", root, true);
        assertThatThrownBy(() -> signIn(Pump.of(site, "pump-1"), pump, 1)).hasMessageContaining("Not authorized");
        assertThatThrownBy(() -> signIn(Pump.overWebSocket(site, "pump-1"), pump, 1))
                .hasMessageContaining("Not authorized");
    }

    @Test
    void onlyWhoIsRegisteredForItComesInByAnAuthority() throws Exception {
        add("pumps", root, true);
        backEnd.ask("PUT", "/devices/pump-2", "{}");
        assertThatThrownBy(() -> signIn(Pump.of(site, "pump-2"), root.device("pump-2"), 1))
                .isInstanceOf(MqttException.class);
        assertThatThrownBy(() -> signIn(Pump.of(site, "pump-3"), root.device("pump-3"), 1))
                .isInstanceOf(MqttException.class);
        backEnd.ask(
                "PUT", "/devices/pump-1", BY_AUTHORITY.replace("}}", "},\"status\":\"disabled\"}"), "If-Match", "*");
        assertThatThrownBy(() -> signIn(Pump.of(site, "pump-1"), pump, 2)).isInstanceOf(MqttException.class);
    }

    @Test
    void modulesShowCertificatesOfTheirOwn() throws Exception {
        add("pumps", root, true);
        backEnd.ask("PUT", "/devices/pump-1/modules/motor", BY_AUTHORITY);
        try (var in = signIn(Pump.of(site, "pump-1/motor"), root.device("pump-1/motor"), 1)) {
            in.send("in", Map.of());
        }
        assertThatThrownBy(() -> signIn(Pump.of(site, "pump-1/motor"), pump, 2)).isInstanceOf(MqttException.class);
    }

    @Test
    void theRegistrySaysSoAndTheConnectionStringTellsTheDevice() {
        var proof = backEnd.json("/devices/pump-1").path("authentication");
        assertThat(proof.path("type").stringValue()).isEqualTo("certificateAuthority");
        assertThat(proof.path("symmetricKey").path("primaryKey").isNull()).isTrue();
        assertThat(backEnd.json("/twins/pump-1").path("authenticationType").stringValue())
                .isEqualTo("certificateAuthority");
        var keys = Json.read(desk.get(Paths.DEVICES + "/pump-1/keys").body(), IdentityKeys.class);
        assertThat(keys.primaryConnectionString())
                .isEqualTo("HostName=" + site.address().host() + ";DeviceId=pump-1;x509=true");
        backEnd.ask(
                "POST",
                "/devices",
                "[{\"id\":\"b\",\"importMode\":\"create\",\"authentication\":{\"type\":\"certificateAuthority\"}}]");
        assertThat(backEnd.json("/devices/b")
                        .path("authentication")
                        .path("type")
                        .stringValue())
                .isEqualTo("certificateAuthority");
    }

    @Test
    void anAuthorityIsVerifiedByWhoeverHoldsItsKey() throws Exception {
        AuthorityView added = add("pumps", root, false);
        assertThat(added.verified()).isFalse();
        assertThat(added.verificationCode()).matches("[0-9A-F]{48}");
        assertThatThrownBy(() -> signIn(Pump.of(site, "pump-1"), pump, 2)).isInstanceOf(MqttException.class);

        String path = Paths.AUTHORITIES + "/pumps/proof";
        assertThat(problem(desk.ask("POST", path, new AuthorityProof(pump.pem())), 400)
                        .what())
                .contains("its subject is not the verification code");
        Holder forger = Holder.root("Pumps").device(added.verificationCode());
        assertThat(problem(desk.ask("POST", path, new AuthorityProof(forger.pem())), 400)
                        .what())
                .contains("it is not signed by");
        var proof = new AuthorityProof(root.device(added.verificationCode()).pem());
        assertThat(view(desk.ask("POST", path, proof)).verified()).isTrue();
        assertThat(problem(desk.ask("POST", path, proof), 409).code()).isEqualTo("authority.verified");
        signIn(Pump.of(site, "pump-1"), pump, 2).close();
    }

    @Test
    void authoritiesOutliveTheHubsStop() throws Exception {
        add("pumps", root, true);
        site.restart();
        signIn(Pump.of(site, "pump-1"), pump, 2).close();
    }

    @Test
    void whoCameInByADeletedAuthorityIsOut() throws Exception {
        add("pumps", root, true);
        var keys = desk.addNode("tank", Map.of());
        try (var in = signIn(Pump.of(site, "pump-1"), pump, 2);
                var tank = Pump.signedIn(site, keys)) {
            assertThat(desk.ask("DELETE", Paths.AUTHORITIES + "/pumps", "").statusCode())
                    .isEqualTo(204);
            Site.await(() -> in.lost);
            tank.send("still here", Map.of());
        }
        assertThatThrownBy(() -> signIn(Pump.of(site, "pump-1"), pump, 2)).isInstanceOf(MqttException.class);
        assertThat(desk.get(Paths.AUTHORITIES).body()).isEqualTo("[]");
        assertThat(desk.ask("DELETE", Paths.AUTHORITIES + "/pumps", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsNoAuthorityIsNotTaken() throws Exception {
        String key = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
        refuse("pumps", pump.pem(), "it is not an authority's");
        refuse("pumps", root.pem() + key, "private key");
        refuse("pumps", root.pem() + pump.pem(), "not exactly one certificate");
        refuse("pumps", "hello", "no certificate in PEM");
        refuse("pumps", "x".repeat(20_000), "longer than");
        refuse("pumps", Files.readString(folder.resolve("ca-certificate.pem")).replace('M', 'N'), "no certificate");
        refuse("a b", root.pem(), "An authority's name is");
        add("pumps", root, true);
        assertThat(problem(enter("PUMPS", Holder.root("Other").pem()), 409).code())
                .isEqualTo("authority.exists");
        assertThat(problem(enter("again", root.pem()), 409).code()).isEqualTo("authority.exists");
    }

    private void refuse(String name, String pem, String words) {
        assertThat(problem(enter(name, pem), 400).what()).contains(words);
    }

    private HttpResponse<String> enter(String name, String pem) {
        return desk.ask("POST", Paths.AUTHORITIES, new NewAuthority(name, pem, true));
    }

    private AuthorityView add(String name, Holder authority, boolean verified) {
        return view(desk.ask("POST", Paths.AUTHORITIES, new NewAuthority(name, authority.pem(), verified)));
    }

    private static AuthorityView view(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body(), AuthorityView.class);
    }

    private static Problem problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Json.read(answer.body(), Problem.class);
    }

    private Pump signIn(Pump pump, Holder shows, int certificates) throws Exception {
        try {
            pump.connect("127.0.0.1/" + pump.id + "/?api-version=2021-04-12", "", site.tls(shows.keys(certificates)));
            return pump;
        } catch (MqttException refused) {
            pump.close();
            throw refused;
        }
    }

    private int askForUpload(Holder shows) throws Exception {
        var address = URI.create(
                "https://127.0.0.1:" + site.address().httpsPort() + "/devices/pump-1/files?api-version=2021-04-12");
        try (var http =
                HttpClient.newBuilder().sslContext(site.tls(shows.keys(3))).build()) {
            var request = HttpRequest.newBuilder(address)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"blobName\":\"a.txt\"}"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }
}
