// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.authority;

import dev.signalbox.protocol.codec.ProblemException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;

/// Reads what stands in certificates.
final class Certificates {
    private static final int LONGEST = 16_384;
    private static final String BEGIN = "-----BEGIN ";
    private static final String CERTIFICATE = BEGIN + "CERTIFICATE-----";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Certificates() {}

    /// @param text one certificate as PEM, or its DER in base64. Throws `authority.refused` when it is anything else.
    static X509Certificate read(String text) {
        if (text.length() > LONGEST) {
            throw refused("it is longer than " + LONGEST + " characters");
        }
        if (text.contains("PRIVATE KEY-----")) {
            throw refused("it holds a private key, which nobody but the authority may have");
        }
        if (text.contains(BEGIN) && text.split(CERTIFICATE, -1).length != 2) {
            throw refused("it holds not exactly one certificate");
        }
        try {
            byte[] bytes = text.contains(BEGIN)
                    ? text.substring(text.indexOf(CERTIFICATE)).getBytes(StandardCharsets.US_ASCII)
                    : Base64.getMimeDecoder().decode(text);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException | IllegalArgumentException unreadable) {
            throw new ProblemException(AuthorityProblems.refused("it is no certificate in PEM"), unreadable);
        }
    }

    static String pem(X509Certificate certificate) {
        return CERTIFICATE + "\n" + LINES.encodeToString(der(certificate)) + "\n-----END CERTIFICATE-----\n";
    }

    /// SHA-256 in hexadecimal.
    static String thumbprint(X509Certificate certificate) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(der(certificate)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// The common names of the subject, of which there should be one.
    static List<String> commonNames(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .flatMap(rdn -> java.util.Collections.list(
                                    rdn.toAttributes().getAll())
                                    .stream())
                            .filter(attribute -> attribute.getID().equalsIgnoreCase("CN"))
                            .flatMap(Certificates::texts)
                            .toList();
        } catch (InvalidNameException malformed) {
            return List.of();
        }
    }

    /// Whether one's key made the other's signature and the names agree.
    static boolean signed(X509Certificate issuer, X509Certificate other) {
        if (!issuer.getSubjectX500Principal().equals(other.getIssuerX500Principal())) {
            return false;
        }
        try {
            other.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException anotherKey) {
            return false;
        }
    }

    /// A name as people write it, bounded and on one line.
    static String text(X500Principal name) {
        String text = name.getName().replaceAll("\\p{Cntrl}", "?");
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }

    private static java.util.stream.Stream<String> texts(javax.naming.directory.Attribute attribute) {
        try {
            return java.util.Collections.list(attribute.getAll()).stream().map(String::valueOf);
        } catch (javax.naming.NamingException unreadable) {
            return java.util.stream.Stream.empty();
        }
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException wasReadBefore) {
            throw new IllegalStateException(wasReadBefore);
        }
    }

    private static ProblemException refused(String why) {
        return new ProblemException(AuthorityProblems.refused(why));
    }
}
