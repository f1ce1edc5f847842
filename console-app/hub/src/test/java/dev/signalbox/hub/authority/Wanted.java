// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.authority;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate that somebody is to sign, right or wrong. Good for an hour unless told otherwise.
final class Wanted {
    private record Said(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {}

    private final X500Name subject;
    private final List<Said> extensions = new ArrayList<>();
    private Instant begin = Instant.now().minusSeconds(60);
    private Instant end = Instant.now().plusSeconds(3600);

    Wanted(String subject) {
        this.subject = new X500Name(subject);
    }

    Wanted from(Instant time) {
        begin = time;
        return this;
    }

    Wanted to(Instant time) {
        end = time;
        return this;
    }

    Wanted with(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
        extensions.add(new Said(id, critical, value));
        return this;
    }

    Wanted authority() {
        return with(Extension.basicConstraints, true, new BasicConstraints(true))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
    }

    Holder signedByItself() throws Exception {
        KeyPair pair = Holder.pair();
        return new Holder(certificate(subject, pair, pair.getPrivate()), pair.getPrivate(), List.of());
    }

    Holder signedBy(Holder signer) throws Exception {
        KeyPair pair = Holder.pair();
        var issuer = X500Name.getInstance(
                signer.certificate().getSubjectX500Principal().getEncoded());
        return new Holder(certificate(issuer, pair, signer.key()), pair.getPrivate(), signer.shown());
    }

    private X509Certificate certificate(X500Name issuer, KeyPair pair, PrivateKey signer) throws Exception {
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, new SecureRandom()),
                Date.from(begin),
                Date.from(end),
                subject,
                pair.getPublic());
        for (Said said : extensions) {
            builder.addExtension(said.id(), said.critical(), said.value());
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
    }
}
