// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.device.Devices;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.release.NewRelease;
import dev.signalbox.operator.release.NewSecret;
import dev.signalbox.operator.release.SecretReference;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.ReleaseOrder;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.trust.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReleaseTest extends OnSite {
    @BeforeEach
    void start() {
        desk.trust();
    }

    @Test
    void aReleaseOrdersWhoHasTheTagAndFreezesItsVersions() throws Exception {
        var keys = desk.addNode("pump-1", Map.of("site", "west"));
        desk.addNode("pump-2", Map.of("site", "east"));
        var service = desk.save("Ping", "class Ping {}", "");
        var flow = desk.saveFlow("flow", "Ping", Map.of(), Assignment.toTag("site", "west"));
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen();
            var answer = desk.release(desk.manifest(1, service, flow), flow, desk.owner);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            var patch = Json.readTree(pump.hears("$iothub/twin/PATCH/properties/desired/?$version=2")
                    .getBytes(StandardCharsets.UTF_8));
            assertThat(patch.get("$version").asLong()).isEqualTo(2);
            var order = Json.read(Json.write(patch.get("signalbox")), ReleaseOrder.class);
            assertThat(order.release()).isEqualTo(1);
            assertThat(order.steps()).containsExactly(new StepAddress("flow", "step"));
            assertThat(pump.twin().get("desired").has("signalbox")).isTrue();
        }
        assertThat(view("pump-2").ordered()).isEqualTo(1);
        assertThat(view("pump-2").orderedSteps()).isEmpty();
        var summary = Json.read(desk.get(Paths.SERVICES).body(), ServiceSummary[].class)[0];
        assertThat(summary.versions().getFirst().release()).isEqualTo(1);
        assertThat(desk.ask("PUT", Paths.SERVICES + "/Ping/0.1", service).statusCode())
                .isEqualTo(409);
        assertThat(desk.ask("DELETE", Paths.SERVICES + "/Ping/0.1", "").statusCode())
                .isEqualTo(409);
    }

    @Test
    void aTagThatComesOrGoesChangesTheOrder() throws Exception {
        var keys = desk.addNode("pump-1", Map.of());
        releaseToWest();
        assertThat(view("pump-1").ordered()).isZero();
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen();
            desk.ask("PUT", Paths.NODES + "/pump-1/tags", Map.of("site", "west"));
            assertThat(pump.hears("$iothub/twin/PATCH/properties/desired/")).contains("flow/step");
            desk.ask("PUT", Paths.NODES + "/pump-1/tags", Map.of());
            assertThat(pump.hears("$iothub/twin/PATCH/properties/desired/")).contains("\"steps\":[]");
        }
        desk.addNode("pump-2", Map.of("site", "west"));
        assertThat(view("pump-2").orderedSteps()).hasSize(1);
    }

    @Test
    void aReleaseReachesAllOfManyNodesAndTheyAreListedByPages() {
        int nodes = Paths.NODES_AT_ONCE + 200;
        try (var store = SqliteRegistry.open(folder.resolve("registry.db"))) {
            store.commit(records -> {
                for (int i = 0; i < nodes; i++) {
                    Devices.add(records, new NewDevice(new DeviceId("many-%04d".formatted(i)), Map.of("site", "west")));
                }
                return true;
            });
        }
        releaseToWest();
        Site.await(() -> view("many-" + (nodes - 1)).ordered() == 1);
        NodeView[] first = Json.read(desk.get(Paths.NODES).body(), NodeView[].class);
        assertThat(first).hasSize(Paths.NODES_AT_ONCE);
        String last = first[first.length - 1].id().value();
        NodeView[] second = Json.read(desk.get(Paths.NODES + "?after=" + last).body(), NodeView[].class);
        assertThat(second).hasSize(200);
        assertThat(Stream.of(first, second).flatMap(Stream::of))
                .extracting(NodeView::orderedSteps)
                .allMatch(steps -> steps.size() == 1);
    }

    @Test
    void aReplayedAnUnsignedAndAStaleReleaseAreRefused() {
        var service = desk.save("Ping", "class Ping {}", "");
        var flow = desk.saveFlow("flow", "Ping", Map.of(), Assignment.toTag("site", "west"));
        var first = desk.manifest(1, service, flow);
        assertRefused(desk.release(first, flow, Ed25519.generate()), "trust.signature-refused");
        var envelope = new Envelope(
                Envelope.RELEASE, java.util.Base64.getEncoder().encodeToString(Json.write(first)), List.of());
        assertRefused(
                desk.ask("POST", Paths.RELEASES, new NewRelease(envelope, Map.of("flow", flow.etag()))),
                "trust.signature-refused");
        assertRefused(desk.release(desk.manifest(2, service, flow), flow, desk.owner), "release.not-next");
        var changed = desk.save("Ping", "class Ping { int changed; }", service.etag());
        assertRefused(desk.release(first, flow, desk.owner), "release.source-changed");
        var newer =
                Json.read(desk.ask("PUT", Paths.FLOWS + "/flow", flow).body(), dev.signalbox.operator.flow.Flow.class);
        var second = desk.manifest(1, changed, flow);
        assertRefused(desk.release(second, flow, desk.owner), "release.flow-changed");
        assertThat(desk.release(second, newer, desk.owner).statusCode()).isEqualTo(201);
        assertRefused(desk.release(second, newer, desk.owner), "release.not-next");
        assertThat(desk.get(Paths.RELEASES + "/2").statusCode()).isEqualTo(404);
    }

    @Test
    void aNodeMayFetchOnlyWhatItIsOrdered() {
        var west = desk.addNode("pump-1", Map.of("site", "west"));
        var outside = desk.addNode("pump-2", Map.of());
        var secret = Json.read(
                desk.ask("PUT", Paths.SECRETS + "/db", new NewSecret("hunter2")).body(), SecretReference.class);
        var other = Json.read(
                desk.ask("PUT", Paths.SECRETS + "/db", new NewSecret("newer")).body(), SecretReference.class);
        assertThat(other.version()).isEqualTo(2);
        var service = desk.save("Ping", "class Ping {}", "");
        var flow =
                desk.saveFlow("flow", "Ping", Map.of("password", secret.toString()), Assignment.toTag("site", "west"));
        assertThat(desk.release(desk.manifest(1, service, flow), flow, desk.owner)
                        .statusCode())
                .isEqualTo(201);
        String bundle = Paths.NODE_BUNDLES + "/" + Digests.of("class Ping {}").hex();
        assertThat(desk.getAsNode(west, Paths.NODE_TRUST).statusCode()).isEqualTo(200);
        assertThat(Json.read(desk.getAsNode(west, Paths.NODE_RELEASES + "/1").body(), Envelope.class)
                        .payloadType())
                .isEqualTo(Envelope.RELEASE);
        assertThat(desk.getAsNode(west, bundle).body()).isEqualTo("class Ping {}");
        assertThat(desk.getAsNode(west, Paths.NODE_SECRETS + "/db@1").body()).isEqualTo("hunter2");
        assertThat(desk.getAsNode(west, Paths.NODE_SECRETS + "/db@2").statusCode())
                .isEqualTo(403);
        for (String path : List.of(bundle, Paths.NODE_RELEASES + "/1", Paths.NODE_SECRETS + "/db@1")) {
            assertThat(desk.getAsNode(outside, path).statusCode()).isEqualTo(403);
            assertThat(desk.get(path).statusCode()).isBetween(400, 401);
        }
    }

    @Test
    void secretsAreNotReadableInTheStore() throws Exception {
        desk.ask("PUT", Paths.SECRETS + "/db", new NewSecret("hunter2-hunter2"));
        site.close();
        var bytes = java.nio.file.Files.readString(folder.resolve("registry.db"), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("hunter2-hunter2");
    }

    @Test
    void trustBelongsToItsFirstOwnerAndOnlyGrows() {
        assertThat(desk.trust(2, desk.owner).statusCode()).isEqualTo(200);
        assertRefused(desk.trust(2, Ed25519.generate()), "trust.foreign-owner");
        assertRefused(desk.trust(1, desk.owner), "trust.not-newer");
        var kept = Json.read(desk.get(Paths.TRUST).body(), Envelope.class);
        assertThat(new String(Dsse.payload(kept), StandardCharsets.UTF_8)).contains("\"version\":2");
    }

    @Test
    void anOrderIsStillThereAfterARestart() {
        desk.addNode("pump-1", Map.of("site", "west"));
        releaseToWest();
        site.restart();
        assertThat(view("pump-1").orderedSteps()).containsExactly(new StepAddress("flow", "step"));
        assertThat(view("pump-1").ordered()).isEqualTo(1);
    }

    private void releaseToWest() {
        var service = desk.save("Ping", "class Ping {}", "");
        var flow = desk.saveFlow("flow", "Ping", Map.of(), Assignment.toTag("site", "west"));
        assertThat(desk.release(desk.manifest(1, service, flow), flow, desk.owner)
                        .statusCode())
                .isEqualTo(201);
    }

    private static void assertRefused(java.net.http.HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("\"" + code + "\"");
    }

    private NodeView view(String id) {
        return Json.read(desk.get(Paths.NODES + "/" + id).body(), NodeView.class);
    }
}
