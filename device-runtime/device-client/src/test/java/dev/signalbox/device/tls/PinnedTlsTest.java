// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.tls;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.device.pretend.Authority;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class PinnedTlsTest {
    private final Authority ours = new Authority();
    private final Authority foreign = new Authority();
    private final X509Certificate leaf = ours.issue("127.0.0.1").leaf();

    @Test
    void aChainThatLeadsToThePinnedAuthorityIsTrusted() {
        assertThatCode(() -> check(leaf, ours.certificate())).doesNotThrowAnyException();
    }

    @Test
    void aChainOfAnotherAuthorityIsNot() {
        assertThatThrownBy(() -> check(foreign.issue("127.0.0.1").leaf(), foreign.certificate()))
                .hasMessageContaining("tls.foreign-authority");
    }

    @Test
    void showingThePinnedAuthorityBesideAForeignLeafHelpsNobody() {
        assertThatThrownBy(() -> check(foreign.issue("127.0.0.1").leaf(), ours.certificate()))
                .hasMessageContaining("tls.chain-invalid");
        assertThatThrownBy(() -> check(foreign.issue("127.0.0.1").leaf(), foreign.certificate(), ours.certificate()))
                .hasMessageContaining("tls.chain-invalid");
    }

    @Test
    void theAuthorityItselfIsNoServer() {
        assertThatThrownBy(() -> check(ours.certificate())).hasMessageContaining("tls.foreign-authority");
    }

    @Test
    void aLeafWhoseAuthorityIsNotShownCannotBeJudged() {
        assertThatThrownBy(() -> check(leaf)).hasMessageContaining("tls.foreign-authority");
    }

    /// A device without a battery starts in 1970, before anybody made a certificate.
    @Test
    void aClockBeforeTheCertificatesBeginIsNotBelieved() {
        assertThatCode(() -> checkAt(Instant.EPOCH, leaf, ours.certificate())).doesNotThrowAnyException();
        assertThatThrownBy(
                        () -> checkAt(Instant.EPOCH, foreign.issue("127.0.0.1").leaf(), ours.certificate()))
                .hasMessageContaining("tls.chain-invalid");
    }

    @Test
    void aCertificateThatIsOverIsRefused() {
        assertThatThrownBy(() -> checkAt(Instant.now().plus(Duration.ofDays(2)), leaf, ours.certificate()))
                .hasMessageContaining("tls.chain-invalid");
    }

    private void checkAt(Instant now, X509Certificate... chain) throws Exception {
        PinnedTls.toCa(ours.digest(), InstantSource.fixed(now)).trustManager().checkServerTrusted(chain, "ECDHE_ECDSA");
    }

    private void check(X509Certificate... chain) throws Exception {
        PinnedTls.toCa(ours.digest()).trustManager().checkServerTrusted(chain, "ECDHE_ECDSA");
    }
}
