// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.certificate;

import dev.signalbox.hub.folder.DataFolder;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Certificates and keys as text files. Read with the JDK alone, because loading Bouncy Castle costs start time that
/// only the first start and a renewal need.
final class PemFiles {
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private PemFiles() {}

    /// Both in one file, so that a crash cannot part them.
    static void write(DataFolder folder, String file, Identity identity) {
        folder.write(file, (text(identity.certificate()) + text(identity.key())).getBytes(StandardCharsets.US_ASCII));
    }

    static Identity read(DataFolder folder, String file) {
        String text = new String(folder.read(file), StandardCharsets.US_ASCII);
        try {
            byte[] certificate = bytes("CERTIFICATE", text);
            byte[] key = bytes("PRIVATE KEY", text);
            var x509 = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
            return new Identity(x509, KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)));
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            throw new ProblemException(
                    new Problem(
                            "certificate.unreadable",
                            "The certificate in " + folder.file(file) + " cannot be read.",
                            file.startsWith("server")
                                    ? "Delete the file: the hub makes a new one."
                                    : "Restore it from a copy; with another one the nodes no longer know this hub."),
                    damaged);
        }
    }

    private static byte[] bytes(String label, String text) {
        String begin = "-----BEGIN " + label + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END " + label + "-----");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no " + label);
        }
        return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
    }

    static String text(X509Certificate certificate) {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException wasReadBefore) {
            throw new IllegalStateException(wasReadBefore);
        }
    }

    static String text(PrivateKey key) {
        return block("PRIVATE KEY", key.getEncoded());
    }

    /// The alternative names a certificate is for.
    static Set<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? Set.of()
                    : names.stream()
                            .map(name -> HostNames.normal(Objects.toString(name.get(1))))
                            .collect(Collectors.toSet());
        } catch (CertificateParsingException none) {
            return Set.of();
        }
    }

    private static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + BASE64.encodeToString(der) + "\n-----END " + label + "-----\n";
    }
}
