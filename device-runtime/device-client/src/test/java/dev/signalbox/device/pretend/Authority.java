// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.pretend;

import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.trust.Digest;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority for one test.
public final class Authority {
    private static final AtomicLong SERIALS = new AtomicLong(1);

    private final KeyPair keys = newKeys();
    private final X500Principal name = new X500Principal("CN=Test authority " + SERIALS.incrementAndGet());
    private final X509Certificate certificate;

    public Authority() {
        try {
            var builder = builder(name, keys);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            certificate = signed(builder);
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// What a device pins.
    public Digest digest() {
        try {
            return Digests.of(certificate.getEncoded());
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /// A server's chain, leaf and authority, for a DNS name or an IPv4 address.
    public ServerChain issue(String host) {
        try {
            KeyPair leaf = newKeys();
            var builder = builder(new X500Principal("CN=Test hub"), leaf);
            int kind = Character.isDigit(host.charAt(0)) ? GeneralName.iPAddress : GeneralName.dNSName;
            builder.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(kind, host)));
            X509Certificate issued = signed(builder);
            return new ServerChain(
                    issued, pem("PRIVATE KEY", leaf.getPrivate().getEncoded()), pem(issued) + pem(certificate));
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// @param key PEM
    /// @param chain PEM
    public record ServerChain(X509Certificate leaf, String key, String chain) {}

    private JcaX509v3CertificateBuilder builder(X500Principal subject, KeyPair subjectKeys) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(SERIALS.incrementAndGet()),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(Duration.ofDays(1))),
                subject,
                subjectKeys.getPublic());
    }

    private X509Certificate signed(JcaX509v3CertificateBuilder builder) throws Exception {
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String pem(X509Certificate certificate) throws Exception {
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what + "-----\n";
    }
}
