// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.release.NewRelease;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.session.Session;
import dev.signalbox.operator.session.SignIn;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.protocol.trust.TrustDocument;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// An operator's side of the wire.
final class Desk implements AutoCloseable {
    final KeyPair owner = Ed25519.generate();
    final Site site;
    final HttpClient http;
    String bearer = "";

    Desk(Site site) {
        this.site = site;
        this.http = HttpClient.newBuilder()
                .sslContext(site.tls())
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    static Desk signedIn(Site site) {
        var desk = new Desk(site);
        var answer = desk.ask(
                "POST", Paths.SIGN_IN, new SignIn("owner", site.ownerToken().orElseThrow()));
        desk.bearer = Json.read(answer.body(), Session.class).bearer();
        return desk;
    }

    HttpResponse<String> ask(String method, String path, Object body) {
        return send(request(path)
                .header("Authorization", "Bearer " + bearer)
                .method(
                        method,
                        body instanceof String text && text.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(Json.write(body))));
    }

    HttpResponse<String> get(String path) {
        return ask("GET", path, "");
    }

    HttpResponse<String> getAsNode(DeviceKeys keys, String path) {
        String host = site.address().host();
        return send(request(path)
                .header(
                        "Authorization",
                        SasTokens.make(
                                host + "/devices/" + keys.id(),
                                keys.primaryKey(),
                                Instant.now().plusSeconds(60)))
                .GET());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("https://127.0.0.1:" + site.address().httpsPort() + path))
                .timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    DeviceKeys addNode(String name, Map<String, String> tags) {
        var answer = ask("POST", Paths.NODES, new NewDevice(new DeviceId(name), tags));
        return Json.read(answer.body(), DeviceKeys.class);
    }

    ServiceDraft save(String name, String source, String etag) {
        var draft = new ServiceDraft(
                name, ServiceVersion.FIRST, Language.JAVA, ServiceState.DRAFT, "", List.of(), source, etag);
        return Json.read(ask("PUT", Paths.SERVICES + "/" + name + "/0.1", draft).body(), ServiceDraft.class);
    }

    Flow saveFlow(String name, String service, Map<String, String> properties, Assignment assignment) {
        var step = new Flow.Step("step", service, Flow.Step.LATEST, properties, assignment, 0, 0);
        var flow = new Flow(name, "", List.of(step), List.of(), "");
        return Json.read(ask("PUT", Paths.FLOWS + "/" + name, flow).body(), Flow.class);
    }

    void trust() {
        trust(1, owner);
    }

    HttpResponse<String> trust(long version, KeyPair by) {
        String key = Ed25519.write(by.getPublic());
        var document = new TrustDocument(version, "main", key, List.of(new TrustDocument.OperatorKey("owner", key)));
        return ask("PUT", Paths.TRUST, Dsse.sign(Envelope.TRUST, Json.write(document), by));
    }

    ReleaseManifest manifest(long number, ServiceDraft service, Flow flow) {
        var step = flow.steps().getFirst();
        return new ReleaseManifest(
                "main",
                number,
                number - 1,
                Instant.now(),
                "owner",
                "",
                List.of(new ReleaseManifest.Service(
                        service.name(), service.version(), Language.JAVA, Digests.of(service.source()))),
                List.of(new ReleaseManifest.Step(
                        new StepAddress(flow.name(), step.name()),
                        service.name(),
                        service.version(),
                        step.properties(),
                        step.assignment())),
                List.of());
    }

    HttpResponse<String> release(ReleaseManifest manifest, Flow flow, KeyPair by) {
        var envelope = Dsse.sign(Envelope.RELEASE, Json.write(manifest), by);
        return ask("POST", Paths.RELEASES, new NewRelease(envelope, Map.of(flow.name(), flow.etag())));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
