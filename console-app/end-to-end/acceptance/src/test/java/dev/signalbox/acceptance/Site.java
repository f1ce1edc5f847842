// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.acceptance;

import dev.signalbox.hub.Hub;
import dev.signalbox.hub.HubConfig;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.hub.store.log.LogReader;
import dev.signalbox.operator.authority.AuthorityProof;
import dev.signalbox.operator.authority.AuthorityView;
import dev.signalbox.operator.authority.NewAuthority;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.node.FileView;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.node.NewMessage;
import dev.signalbox.operator.policy.PolicyView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.session.Session;
import dev.signalbox.operator.session.SignIn;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.testing.tls.Trusting;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;

/// A hub on the port that Azure's clients insist on, an operator and a back end.
final class Site implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(60);

    private final Path folder;
    private final Hub hub;
    private final SSLContext tls;
    private final HttpClient http;
    private final String bearer;
    private final Detour detour;

    Site(Path folder) throws Exception {
        this.folder = folder;
        this.hub = Hub.start(new HubConfig(folder, "127.0.0.1", 8883, 0, Optional.of("acceptance"), Clock.systemUTC()));
        this.tls = Trusting.context(hub.contact().caPem());
        this.http = HttpClient.newBuilder().sslContext(tls).build();
        String token = Files.readString(folder.resolve("owner.token")).strip();
        this.bearer = Json.read(operator("POST", Paths.SIGN_IN, new SignIn("owner", token), ""), Session.class)
                .bearer();
        this.detour = new Detour(hub.address().httpsPort());
    }

    SSLContext tls() {
        return tls;
    }

    String caPem() {
        return hub.contact().caPem();
    }

    /// The hub's authority, as a file for clients that want one.
    Path caFile() throws Exception {
        return Files.writeString(folder.resolve("acceptance-ca.pem"), caPem());
    }

    /// For clients that know no HTTPS port but 443.
    Proxy proxy() {
        return detour.proxy();
    }

    int httpsPort() {
        return hub.address().httpsPort();
    }

    /// A connection string as an operator hands it out.
    String add(String device, Map<String, String> tags) {
        var keys = Json.read(
                operator("POST", Paths.NODES, new NewDevice(new DeviceId(device), tags), bearer), DeviceKeys.class);
        return "HostName=127.0.0.1;DeviceId=" + device + ";SharedAccessKey=" + keys.primaryKey();
    }

    /// A connection string for a device that shows its certificate instead of a key.
    String add(String device, DeviceCertificate certificate) throws Exception {
        String thumbprint = certificate.thumbprint();
        backEnd(
                "PUT",
                "/devices/" + device,
                "{\"deviceId\":\"%s\",\"authentication\":{\"type\":\"selfSigned\",\"x509Thumbprint\":{\"primaryThumbprint\":\"%s\"}}}"
                        .formatted(device, thumbprint));
        return "HostName=127.0.0.1;DeviceId=" + device + ";x509=true";
    }

    /// A connection string for a device that shows a certificate which an authority signed.
    String addCaSigned(String device) {
        backEnd("PUT", "/devices/" + device, "{\"authentication\":{\"type\":\"certificateAuthority\"}}");
        return "HostName=127.0.0.1;DeviceId=" + device + ";x509=true";
    }

    /// Lets nobody in yet.
    AuthorityView addAuthority(String name, String pem) {
        var asked = new NewAuthority(name, pem, false);
        return Json.read(operator("POST", Paths.AUTHORITIES, asked, bearer), AuthorityView.class);
    }

    AuthorityView prove(String name, String pem) {
        String path = Paths.AUTHORITIES + "/" + name + "/proof";
        return Json.read(operator("POST", path, new AuthorityProof(pem), bearer), AuthorityView.class);
    }

    PolicyView policy(String name) {
        return Arrays.stream(Json.read(operator("GET", Paths.POLICIES, "", bearer), PolicyView[].class))
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    void send(String device, String text, Map<String, String> properties) {
        operator("POST", Paths.NODES + "/" + device + "/messages", new NewMessage(text, properties, 600), bearer);
    }

    /// What IoT Hub's REST answers.
    JsonNode backEnd(String method, String path, String body) {
        PolicyView owner = policy("iothubowner");
        String token =
                SasTokens.make("127.0.0.1", owner.primaryKey(), Instant.now().plusSeconds(600));
        return Json.readTree(ask(request(path + "?api-version=2021-04-12")
                        .header("Authorization", token + "&skn=" + owner.name())
                        .method(method, HttpRequest.BodyPublishers.ofString(body)))
                .getBytes(StandardCharsets.UTF_8));
    }

    /// Files that came from a device, by name.
    Map<String, String> files(String device) {
        String path = Paths.NODES + "/" + device + "/files";
        return Arrays.stream(Json.read(operator("GET", path, "", bearer), FileView[].class))
                .collect(Collectors.toMap(FileView::name, file -> operator("GET", path + "/" + file.id(), "", bearer)));
    }

    List<StoredMessage> stored(String device) {
        return new LogReader(folder).newest(new DeviceId(device), 100);
    }

    private String operator(String method, String path, Object body, String bearer) {
        var publisher = body.equals("")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(Json.write(body));
        return ask(request(path).header("Authorization", "Bearer " + bearer).method(method, publisher));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("https://127.0.0.1:" + hub.address().httpsPort() + path))
                .timeout(SOON);
    }

    private String ask(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (java.io.IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        detour.close();
        hub.close();
    }
}
