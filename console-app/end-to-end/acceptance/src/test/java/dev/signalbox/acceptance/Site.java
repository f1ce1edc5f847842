// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.acceptance;

import dev.signalbox.hub.Hub;
import dev.signalbox.hub.HubConfig;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.hub.store.sqlite.SqliteMessages;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.node.NewMessage;
import dev.signalbox.operator.policy.PolicyView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.session.Session;
import dev.signalbox.operator.session.SignIn;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.JsonNode;

/// A hub on the port that Azure's clients insist on, an operator and a back end.
final class Site implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(60);

    private final Path folder;
    private final Hub hub;
    private final SSLContext tls;
    private final HttpClient http;
    private final String bearer;
    private final PolicyView owner;

    Site(Path folder) throws Exception {
        this.folder = folder;
        this.hub = Hub.start(new HubConfig(folder, "127.0.0.1", 8883, 0, Optional.of("acceptance"), Clock.systemUTC()));
        this.tls = trusting(hub.contact().caPem());
        this.http = HttpClient.newBuilder().sslContext(tls).build();
        String token = Files.readString(folder.resolve("owner.token")).strip();
        this.bearer = Json.read(operator("POST", Paths.SIGN_IN, new SignIn("owner", token), ""), Session.class)
                .bearer();
        this.owner = Arrays.stream(Json.read(operator("GET", Paths.POLICIES, "", bearer), PolicyView[].class))
                .filter(policy -> policy.name().equals("iothubowner"))
                .findFirst()
                .orElseThrow();
    }

    SSLContext tls() {
        return tls;
    }

    /// The hub's authority, as a file for clients that want one.
    Path caFile() throws Exception {
        return Files.writeString(
                folder.resolve("acceptance-ca.pem"), hub.contact().caPem());
    }

    /// A connection string as an operator hands it out.
    String add(String device, String host) {
        var keys = Json.read(
                operator("POST", Paths.NODES, new NewDevice(new DeviceId(device), Map.of()), bearer), DeviceKeys.class);
        return "HostName=" + host + ";DeviceId=" + device + ";SharedAccessKey=" + keys.primaryKey();
    }

    void send(String device, String text, Map<String, String> properties) {
        operator("POST", Paths.NODES + "/" + device + "/messages", new NewMessage(text, properties, 600), bearer);
    }

    /// What IoT Hub's REST answers.
    JsonNode backEnd(String method, String path, String body) {
        String token =
                SasTokens.make("127.0.0.1", owner.primaryKey(), Instant.now().plusSeconds(600));
        return Json.readTree(ask(request(path + "?api-version=2021-04-12")
                        .header("Authorization", token + "&skn=" + owner.name())
                        .method(method, HttpRequest.BodyPublishers.ofString(body)))
                .getBytes(StandardCharsets.UTF_8));
    }

    List<StoredMessage> stored(String device) {
        if (Arrays.stream(folder.toFile().list()).noneMatch(name -> name.startsWith("stream-"))) {
            return List.of();
        }
        try (var messages = SqliteMessages.in(folder, Clock.systemUTC())) {
            return messages.newest(new DeviceId(device), 100);
        }
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

    private static SSLContext trusting(String caPem) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "ca",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(caPem.getBytes(StandardCharsets.US_ASCII))));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() {
        http.shutdownNow();
        hub.close();
    }
}
