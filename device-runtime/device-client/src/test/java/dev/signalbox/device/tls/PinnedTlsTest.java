// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.tls;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.device.pretend.Authority;
import java.security.cert.X509Certificate;
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

    private void check(X509Certificate... chain) throws Exception {
        PinnedTls.toCa(ours.digest()).trustManager().checkServerTrusted(chain, "ECDHE_ECDSA");
    }
}
