// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.protocol.trust.TrustDocument;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrustTest {
    private final KeyPair owner = Ed25519.generate();
    private final KeyPair operator = Ed25519.generate();

    private Envelope trust(KeyPair signer) {
        var document = new TrustDocument(
                1,
                "main",
                Ed25519.write(owner.getPublic()),
                List.of(new TrustDocument.OperatorKey("mk", Ed25519.write(operator.getPublic()))));
        return Dsse.sign(Envelope.TRUST, Json.write(document), signer);
    }

    private static byte[] manifest(String workspace) {
        return Json.write(
                new ReleaseManifest(workspace, 1, 0, Instant.EPOCH, "mk", "", List.of(), List.of(), List.of()));
    }

    @Test
    void aReleaseOfATrustedOperatorOpens() {
        var trusted = Trust.openTrust(trust(owner), Ed25519.fingerprint(owner.getPublic()));
        var envelope = Dsse.sign(Envelope.RELEASE, manifest("main"), operator);
        assertThat(Trust.openRelease(envelope, trusted).number()).isEqualTo(1);
    }

    @Test
    void whoIsNotInTheTrustFileCannotSign() {
        var trusted = Trust.openTrust(trust(owner), Ed25519.fingerprint(owner.getPublic()));
        refused(
                "trust.signature-refused",
                () -> Trust.openRelease(Dsse.sign(Envelope.RELEASE, manifest("main"), owner), trusted));
    }

    @Test
    void aReleaseNeedsAsManySignaturesOfDifferentOperatorsAsTheTrustFileSays() {
        KeyPair third = Ed25519.generate();
        var two = new TrustDocument(
                2,
                "main",
                Ed25519.write(owner.getPublic()),
                List.of(key("mk", operator), key("also-mk", operator), key("anna", third), key("anna", owner)),
                Optional.of(2));
        var once = Dsse.sign(Envelope.RELEASE, manifest("main"), operator);
        assertThat(Trust.openProposal(once, two).number()).isEqualTo(1);
        refused("release.too-few-signatures", () -> Trust.openRelease(once, two));
        var twiceByOne = once.with(Dsse.countersign(Envelope.RELEASE, once, operator));
        refused("release.too-few-signatures", () -> Trust.openRelease(twiceByOne, two));
        var stranger = once.with(Dsse.countersign(Envelope.RELEASE, once, Ed25519.generate()));
        refused("release.too-few-signatures", () -> Trust.openRelease(stranger, two));
        var approved = once.with(Dsse.countersign(Envelope.RELEASE, once, third));
        assertThat(Trust.openRelease(approved, two).number()).isEqualTo(1);
        assertThat(Trust.signers(approved, two)).containsExactly("mk", "anna");
        var oneWithTwoKeys = Dsse.sign(Envelope.RELEASE, manifest("main"), third);
        refused(
                "release.too-few-signatures",
                () -> Trust.openRelease(
                        oneWithTwoKeys.with(Dsse.countersign(Envelope.RELEASE, oneWithTwoKeys, owner)), two));
    }

    private static TrustDocument.OperatorKey key(String name, KeyPair pair) {
        return new TrustDocument.OperatorKey(name, Ed25519.write(pair.getPublic()));
    }

    /// As consoles made them before there was more than one operator.
    @Test
    void aTrustFileThatDoesNotSayHowManySignaturesWantsOne() {
        var old = Json.read(
                "{\"version\":1,\"workspace\":\"main\",\"ownerKey\":\"k\",\"operators\":[]}", TrustDocument.class);
        assertThat(old.signaturesNeeded()).isEqualTo(1);
        for (int bad : new int[] {0, -1, 9}) {
            assertThatThrownBy(() -> new TrustDocument(1, "main", "k", List.of(), Optional.of(bad)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aReleaseOfAnotherWorkspaceIsRefused() {
        var trusted = Trust.openTrust(trust(owner), Ed25519.fingerprint(owner.getPublic()));
        refused(
                "release.foreign-workspace",
                () -> Trust.openRelease(Dsse.sign(Envelope.RELEASE, manifest("other"), operator), trusted));
    }

    @Test
    void aTrustFileOfAnotherOwnerOrSignedByAnotherIsRefused() {
        refused("trust.foreign-owner", () -> Trust.openTrust(trust(owner), Ed25519.fingerprint(operator.getPublic())));
        refused(
                "trust.signature-refused",
                () -> Trust.openTrust(trust(operator), Ed25519.fingerprint(owner.getPublic())));
    }

    @Test
    void aChangedPayloadOrTypeIsRefused() {
        var good = Dsse.sign(Envelope.RELEASE, "{}".getBytes(StandardCharsets.UTF_8), owner);
        String other = Base64.getEncoder().encodeToString("{} ".getBytes(StandardCharsets.UTF_8));
        var keys = List.of(owner.getPublic());
        refused(
                "trust.signature-refused",
                () -> Dsse.open(new Envelope(Envelope.RELEASE, other, good.signatures()), Envelope.RELEASE, keys));
        refused("trust.signature-refused", () -> Dsse.open(good, Envelope.TRUST, keys));
        refused(
                "trust.signature-refused",
                () -> Dsse.open(new Envelope(Envelope.TRUST, good.payload(), good.signatures()), Envelope.TRUST, keys));
    }

    /// The vector of the DSSE specification: what is signed for type and payload of its example.
    @Test
    void whatIsSignedIsThePreAuthenticationEncodingOfDsse() {
        byte[] payload = "hello world".getBytes(StandardCharsets.UTF_8);
        var envelope = Dsse.sign("http://example.com/HelloWorld", payload, owner);
        byte[] signed = "DSSEv1 29 http://example.com/HelloWorld 11 hello world".getBytes(StandardCharsets.UTF_8);
        byte[] sig = Base64.getDecoder().decode(envelope.signatures().getFirst().sig());
        assertThat(Ed25519.verify(owner.getPublic(), signed, sig)).isTrue();
    }

    private static void refused(String code, Runnable opening) {
        assertThatThrownBy(opening::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().code()).isEqualTo(code));
    }
}
