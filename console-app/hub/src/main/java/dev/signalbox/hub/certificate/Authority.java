// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.certificate;

import dev.signalbox.hub.folder.DataFolder;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.trust.Digest;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import javax.net.ssl.X509KeyManager;

/// The hub's own certificate authority. Made once; nodes and consoles pin it, so the certificate the hub serves can be
/// renewed without telling them.
public final class Authority {
    /// With its private key, and so a secret.
    private static final String CA_FILE = "ca.pem";
    /// The certificate alone, for whoever shall trust the hub.
    private static final String CERTIFICATE_FILE = "ca-certificate.pem";
    private static final String SERVER_FILE = "server.pem";
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private final Identity ca;
    private final Identity server;

    private Authority(Identity ca, Identity server) {
        this.ca = ca;
        this.server = server;
    }

    /// Reads what the folder holds and makes what is missing: the authority, and a server certificate for these names
    /// that is good for 30 more days at least.
    public static Authority open(DataFolder folder, SortedSet<String> names, Clock clock) {
        Identity ca;
        if (folder.has(CA_FILE)) {
            ca = PemFiles.read(folder, CA_FILE);
        } else {
            ca = Issuer.authority(clock);
            PemFiles.write(folder, CA_FILE, ca);
        }
        if (!folder.has(CERTIFICATE_FILE)) {
            folder.write(CERTIFICATE_FILE, PemFiles.text(ca.certificate()).getBytes(StandardCharsets.US_ASCII));
        }
        if (folder.has(SERVER_FILE)) {
            Identity server = PemFiles.read(folder, SERVER_FILE);
            if (isGood(server, names, clock)) {
                return new Authority(ca, server);
            }
        }
        Identity server = Issuer.server(ca, names, clock);
        PemFiles.write(folder, SERVER_FILE, server);
        return new Authority(ca, server);
    }

    /// What to say when the certificate is about to end while the hub runs: only a start makes a new one.
    public Optional<Problem> due(Clock clock) {
        Instant end = server.certificate().getNotAfter().toInstant();
        return clock.instant().plus(RENEW_BEFORE).isBefore(end)
                ? Optional.empty()
                : Optional.of(new Problem(
                        "certificate.due",
                        "The hub's certificate ends at " + end + ".",
                        "Start the hub again: it then makes a new one, and nodes and consoles need nothing."));
    }

    public String caPem() {
        return PemFiles.text(ca.certificate());
    }

    /// SHA-256 of the authority's certificate, which nodes pin.
    public Digest caFingerprint() {
        try {
            return Digests.of(ca.certificate().getEncoded());
        } catch (CertificateEncodingException wasReadBefore) {
            throw new IllegalStateException(wasReadBefore);
        }
    }

    /// What the hub serves: its certificate, then the authority's.
    public String chainPem() {
        return PemFiles.text(server.certificate()) + caPem();
    }

    /// What TLS needs to serve that chain.
    public X509KeyManager serverKeys() {
        return new ServerKeys(server, ca.certificate());
    }

    private static boolean isGood(Identity server, SortedSet<String> names, Clock clock) {
        return clock.instant()
                        .plus(RENEW_BEFORE)
                        .isBefore(server.certificate().getNotAfter().toInstant())
                && PemFiles.names(server.certificate()).containsAll(names);
    }
}
