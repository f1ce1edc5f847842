// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.folder.DataFolder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void theAuthorityStaysAndTheCertificateIsRenewedThirtyDaysBeforeItsEnd() throws Exception {
        var first = at(Duration.ZERO, "127.0.0.1");
        assertThat(at(Duration.ofDays(330), "127.0.0.1").chainPem()).isEqualTo(first.chainPem());
        var renewed = at(Duration.ofDays(340), "127.0.0.1");
        assertThat(renewed.chainPem()).isNotEqualTo(first.chainPem());
        assertThat(renewed.caFingerprint()).isEqualTo(first.caFingerprint());
        assertThat(first.due(clock(Duration.ofDays(340)))).isPresent();
        assertThat(renewed.due(clock(Duration.ofDays(340)))).isEmpty();
    }

    @Test
    void aNewHostNameMakesANewCertificate() throws Exception {
        at(Duration.ZERO, "127.0.0.1");
        var named = at(Duration.ofDays(1), "hub.factory.example");
        assertThat(PemFiles.names(leaf(named)))
                .contains("hub.factory.example", "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", HostNames.DOTTED);
        leaf(named).verify(ca(named).getPublicKey());
    }

    private Authority at(Duration later, String host) {
        try (var data = DataFolder.open(folder)) {
            return Authority.open(data, HostNames.of(host), clock(later));
        }
    }

    private static Clock clock(Duration later) {
        return Clock.fixed(START.plus(later), ZoneOffset.UTC);
    }

    private static X509Certificate leaf(Authority authority) throws Exception {
        return certificate(authority.chainPem());
    }

    private static X509Certificate ca(Authority authority) throws Exception {
        return certificate(authority.caPem());
    }

    private static X509Certificate certificate(String pem) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }
}
