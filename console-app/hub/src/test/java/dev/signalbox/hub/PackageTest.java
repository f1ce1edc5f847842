// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.trust.Digest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Packages come from operators, are kept by digest, and go to the nodes whose releases name them.
class PackageTest extends OnSite {
    private static final String ASKED = "org.example:tool:1";
    private static final byte[] JAR = "a jar, for what the hub knows".getBytes(StandardCharsets.UTF_8);
    private static final Digest DIGEST = Digests.of(JAR);

    private DeviceKeys pump;
    private ServiceDraft service;
    private Flow flow;

    @BeforeEach
    void start() {
        desk.trust();
        pump = desk.addNode("pump-1", Map.of("site", "west"));
        service = save("");
        flow = desk.saveFlow("flow", "Ping", Map.of(), Assignment.toTag("site", "west"));
    }

    private ServiceDraft save(String etag, String... packages) {
        var draft = new ServiceDraft(
                "Ping",
                ServiceVersion.FIRST,
                Language.JAVA,
                ServiceState.DRAFT,
                "",
                List.of(),
                packages.length == 0 ? List.of(ASKED) : List.of(packages),
                "class Ping {}",
                etag);
        return Json.read(desk.ask("PUT", Paths.SERVICES + "/Ping/0.1", draft).body(), ServiceDraft.class);
    }

    private HttpResponse<String> upload(Digest digest, byte[] bytes) {
        return desk.send(desk.request(Paths.PACKAGES + "/" + digest.hex())
                .header("Authorization", "Bearer " + desk.bearer)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    private HttpResponse<String> release(LockedPackage... packages) {
        ReleaseManifest plain = desk.manifest(1, service, flow);
        var locked = new ReleaseManifest.Service(
                "Ping", ServiceVersion.FIRST, Language.JAVA, Digests.of(service.source()), List.of(packages));
        var manifest = new ReleaseManifest(
                "main", 1, 0, plain.createdAt(), "owner", "", List.of(locked), plain.steps(), List.of());
        return desk.release(manifest, flow, desk.owner);
    }

    private static LockedPackage locked() {
        return new LockedPackage(ASKED, "tool-1.jar", DIGEST, JAR.length);
    }

    private HttpResponse<String> fetch(DeviceKeys node, String range) {
        String host = site.address().host();
        String signature = SasTokens.make(
                host + "/devices/" + node.id(), node.primaryKey(), Instant.now().plusSeconds(60));
        var request = desk.request(Paths.NODE_PACKAGES + "/" + DIGEST.hex()).header("Authorization", signature);
        return desk.send(
                range.isEmpty() ? request.GET() : request.header("Range", range).GET());
    }

    private List<Digest> missing(Digest... asked) {
        return List.of(Json.read(desk.ask("POST", Paths.PACKAGES, asked).body(), Digest[].class));
    }

    @Test
    void aPackageGoesFromTheOperatorToTheNodeThatIsToRunIt() {
        assertThat(missing(DIGEST)).containsExactly(DIGEST);
        assertThat(upload(DIGEST, JAR).statusCode()).isEqualTo(204);
        assertThat(missing(DIGEST)).isEmpty();
        assertThat(fetch(pump, "").statusCode()).as("no release names it yet").isEqualTo(403);
        assertThat(release(locked()).statusCode()).isEqualTo(201);
        assertThat(fetch(pump, "").body()).isEqualTo(new String(JAR, StandardCharsets.UTF_8));
        var stranger = desk.addNode("pump-2", Map.of());
        assertThat(fetch(stranger, "").statusCode())
                .as("it was not ordered to run anything")
                .isEqualTo(403);
        site.restart();
        assertThat(missing(DIGEST)).isEmpty();
    }

    @Test
    void whoHasTheBeginningGetsTheRest() {
        upload(DIGEST, JAR);
        release(locked());
        var rest = fetch(pump, "bytes=6-");
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(new String(JAR, StandardCharsets.UTF_8).substring(6));
        assertThat(fetch(pump, "bytes=0-").statusCode()).isEqualTo(200);
        assertThat(fetch(pump, "bytes=" + JAR.length + "-").statusCode()).isEqualTo(416);
    }

    @Test
    void whatIsNotWhatWasAnnouncedIsRefusedAndNotKept() throws Exception {
        var refused = upload(DIGEST, "something else".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.body()).contains("package.digest-wrong");
        assertThat(missing(DIGEST)).containsExactly(DIGEST);
        assertThat(upload(DIGEST, new byte[0]).body()).contains("package.too-large");
        assertThat(desk.send(desk.request(Paths.PACKAGES + "/..%2Fhub.json")
                                .header("Authorization", "Bearer " + desk.bearer)
                                .PUT(HttpRequest.BodyPublishers.ofByteArray(JAR)))
                        .statusCode())
                .isEqualTo(400);
        try (var files = Files.list(folder.resolve("packages"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void onlyOperatorsBringAndOnlyNodesFetch() {
        assertThat(desk.send(desk.request(Paths.PACKAGES + "/" + DIGEST.hex())
                                .PUT(HttpRequest.BodyPublishers.ofByteArray(JAR)))
                        .statusCode())
                .isEqualTo(401);
        upload(DIGEST, JAR);
        release(locked());
        assertThat(desk.get(Paths.NODE_PACKAGES + "/" + DIGEST.hex()).statusCode())
                .as("a bearer is no node's signature")
                .isEqualTo(400);
    }

    @Test
    void aReleaseWhosePackagesAreNotHereOrNotThoseAskedForIsRefused() {
        assertThat(release(locked()).body()).contains("release.package-missing");
        upload(DIGEST, JAR);
        assertThat(release().body()).contains("release.packages-changed");
        assertThat(release(new LockedPackage("org.example:other:1", "other-1.jar", DIGEST, JAR.length))
                        .body())
                .contains("release.packages-changed");
        assertThat(release(locked()).statusCode()).isEqualTo(201);
    }

    @Test
    void aDraftKeepsWhatItAsksForAndNonsenseIsRefused() {
        assertThat(service.packages()).containsExactly(ASKED);
        var bad = new ServiceDraft(
                "Bad",
                ServiceVersion.FIRST,
                Language.JAVA,
                ServiceState.DRAFT,
                "",
                List.of(),
                List.of("no coordinates"),
                "",
                "");
        assertThat(desk.ask("PUT", Paths.SERVICES + "/Bad/0.1", bad).body()).contains("service.package-refused");
        site.restart();
    }

    @Test
    void whatNoReleaseNamesIsDeletedAfterADayAndWhatOneNamesStays() throws Exception {
        byte[] orphan = "nobody's".getBytes(StandardCharsets.UTF_8);
        upload(DIGEST, JAR);
        upload(Digests.of(orphan), orphan);
        release(locked());
        FileTime before = FileTime.from(Instant.now().minusSeconds(2 * 86_400));
        try (var files = Files.list(folder.resolve("packages"))) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, before);
            }
        }
        site.restart();
        Site.await(() -> !Files.exists(
                folder.resolve("packages").resolve(Digests.of(orphan).hex())));
        assertThat(folder.resolve("packages").resolve(DIGEST.hex())).exists();
    }
}
