// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.release.NewRelease;
import dev.signalbox.operator.release.NewSecret;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.protocol.trust.TrustDocument;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Attacks on what nodes are told to believe and to run, by one who has got hold of an operator's session but not of
/// the owner's key; and on secrets, by a node.
class ReleaseAttackTest extends UnderAttack {
    static final KeyPair REVOKED = Ed25519.generate();
    static final KeyPair OTHER = Ed25519.generate();
    static Flow flow;
    static ServiceDraft service;
    static Envelope first;
    static Envelope second;

    @BeforeAll
    static void release() {
        desk.ask("PUT", Paths.TRUST, trust(1, List.of(key("owner", desk.owner), key("eve", REVOKED)), desk.owner));
        desk.ask("PUT", Paths.TRUST, trust(2, List.of(key("owner", desk.owner), key("ann", OTHER)), desk.owner));
        desk.ask("PUT", Paths.SECRETS + "/db", new NewSecret("hunter2"));
        service = desk.save("Ping", "class Ping {}", "");
        flow = desk.saveFlow("flow", "Ping", Map.of("password", "secret:db@1"), Assignment.toTag("hall", "A"));
        first = signed(desk.manifest(1, service, flow), desk.owner);
        second = signed(desk.manifest(2, service, flow), desk.owner);
        assertThat(release(first).statusCode()).isEqualTo(201);
        assertThat(release(second).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("releases")
    void isNotReleased(String attack, Supplier<Envelope> envelope, String code) throws Exception {
        String body = Json.writeText(new NewRelease(envelope.get(), Map.of("flow", flow.etag())));
        assertRefused(Paths.RELEASES, "POST", body, code);
    }

    static Stream<Arguments> releases() {
        Supplier<ReleaseManifest> next = () -> desk.manifest(3, service, flow);
        return Stream.of(
                row("unsigned", () -> unsigned(Envelope.RELEASE, next.get()), "trust.signature-refused"),
                row("wrong key", () -> signed(next.get(), Ed25519.generate()), "trust.signature-refused"),
                row("operator who was taken out", () -> signed(next.get(), REVOKED), "trust.signature-refused"),
                row("in another's name", () -> signed(next.get(), OTHER), "release.foreign-author"),
                row("an old one again", () -> first, "release.not-next"),
                row("the last one again", () -> second, "release.not-next"),
                row("a number ahead", () -> signed(desk.manifest(9, service, flow), desk.owner), "release.not-next"),
                row(
                        "a number beyond all",
                        () -> signed(desk.manifest(Long.MAX_VALUE, service, flow), desk.owner),
                        "release.not-next"),
                row("another payload under a good signature", () -> swapped(next.get()), "trust.signature-refused"),
                row("trust document as a release", () -> relabelled(), "trust.signature-refused"),
                row(
                        "another type under a good signature",
                        () -> new Envelope("text/plain", second.payload(), second.signatures()),
                        "trust.signature-refused"),
                row(
                        "no base64",
                        () -> new Envelope(Envelope.RELEASE, "%%%", second.signatures()),
                        "trust.envelope-malformed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void isNotBelieved(String attack, Supplier<Envelope> envelope, String code) throws Exception {
        assertRefused(Paths.TRUST, "PUT", Json.writeText(envelope.get()), code);
    }

    static Stream<Arguments> documents() {
        KeyPair mine = Ed25519.generate();
        List<TrustDocument.OperatorKey> own = List.of(key("owner", mine));
        return Stream.of(
                row("another owner", () -> trust(3, own, mine), "trust.foreign-owner"),
                row(
                        "owner's key, another's signature",
                        () -> named(desk.owner, 3, own, mine),
                        "trust.signature-refused"),
                row("another's key, owner's signature", () -> named(mine, 3, own, desk.owner), "trust.foreign-owner"),
                row("operator of before signs", () -> named(desk.owner, 3, own, OTHER), "trust.signature-refused"),
                row("rolled back", () -> trust(1, List.of(key("eve", REVOKED)), desk.owner), "trust.not-newer"),
                row("same number, other content", () -> trust(2, own, desk.owner), "trust.not-newer"),
                row("below zero", () -> trust(-1, own, desk.owner), "trust.not-newer"),
                row(
                        "unsigned",
                        () -> unsigned(
                                Envelope.TRUST,
                                Map.of(
                                        "ownerKey",
                                        Ed25519.write(desk.owner.getPublic()),
                                        "version",
                                        3,
                                        "workspace",
                                        "main",
                                        "operators",
                                        List.of())),
                        "trust.signature-refused"),
                row(
                        "release as a trust document",
                        () -> new Envelope(Envelope.TRUST, second.payload(), second.signatures()),
                        "json.malformed|trust.*"));
    }

    @Test
    void aNodeReadsNoSecretOfAnother() throws Exception {
        for (String path : List.of("/node/v1/secrets/db@1", "/node/v1/releases/1", "/node/v1/secrets/db@0")) {
            try (var intruder = Intruder.atHttps(site)) {
                var answer = intruder.asks("GET", path, token("/devices/thief", thief.primaryKey()), "");
                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.body()).doesNotContain("hunter2");
                audit.tells(intruder.address, "release.not-entitled");
            }
        }
    }

    @Test
    void aSessionDoesNotReadSecretsBack() {
        for (String path : List.of("/db", "/db@1", "", "/db/1")) {
            assertThat(desk.get(Paths.SECRETS + path).body()).doesNotContain("hunter2");
        }
    }

    private static void assertRefused(String path, String method, String body, String code) throws Exception {
        try (var intruder = Intruder.atHttps(site)) {
            var answer = intruder.asks(method, path, "Bearer " + desk.bearer, body);
            assertThat(answer.status()).as(answer.body()).isIn(400, 409);
            assertThat(answer.body()).containsPattern("\"code\":\"(" + code + ")\"");
            if (!code.contains("|")) {
                audit.tells(intruder.address, code);
            }
        }
    }

    private static java.net.http.HttpResponse<String> release(Envelope envelope) {
        return desk.ask("POST", Paths.RELEASES, new NewRelease(envelope, Map.of("flow", flow.etag())));
    }

    private static Envelope signed(ReleaseManifest manifest, KeyPair by) {
        return Dsse.sign(Envelope.RELEASE, Json.write(manifest), by);
    }

    private static Envelope unsigned(String type, Object content) {
        return new Envelope(type, base64(Json.write(content)), List.of());
    }

    private static Envelope swapped(ReleaseManifest manifest) {
        Envelope good = signed(manifest, desk.owner);
        String other = new String(Json.write(manifest), StandardCharsets.UTF_8).replace("Ping", "Pong");
        return new Envelope(good.payloadType(), base64(other.getBytes(StandardCharsets.UTF_8)), good.signatures());
    }

    private static Envelope relabelled() {
        Envelope trust = trust(3, List.of(key("owner", desk.owner)), desk.owner);
        return new Envelope(Envelope.RELEASE, trust.payload(), trust.signatures());
    }

    private static Envelope trust(long version, List<TrustDocument.OperatorKey> operators, KeyPair owner) {
        return named(owner, version, operators, owner);
    }

    private static Envelope named(
            KeyPair owner, long version, List<TrustDocument.OperatorKey> operators, KeyPair signer) {
        var document = new TrustDocument(version, "main", Ed25519.write(owner.getPublic()), operators);
        return Dsse.sign(Envelope.TRUST, Json.write(document), signer);
    }

    private static TrustDocument.OperatorKey key(String name, KeyPair pair) {
        return new TrustDocument.OperatorKey(name, Ed25519.write(pair.getPublic()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Arguments row(String attack, Supplier<Envelope> envelope, String code) {
        return Arguments.of(attack, envelope, code);
    }
}
