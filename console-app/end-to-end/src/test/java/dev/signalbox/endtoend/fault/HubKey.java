// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// What a hub proves itself with, as it lies in its folder.
final class HubKey {
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final char[] NO_PASSWORD = {};

    private HubKey() {}

    /// TLS that serves as the hub does.
    ///
    /// @param pem the hub's certificate and key
    static SSLContext context(String pem) throws IOException {
        try {
            var certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block(CERTIFICATE, pem)));
            var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(block("PRIVATE KEY", pem)));
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setKeyEntry("hub", key, NO_PASSWORD, new Certificate[] {certificate});
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException notAsWritten) {
            throw new IOException(notAsWritten);
        }
    }

    private static byte[] block(String label, String pem) {
        String begin = "-----BEGIN " + label + "-----";
        String body = pem.substring(pem.indexOf(begin) + begin.length(), pem.indexOf("-----END " + label + "-----"));
        return Base64.getMimeDecoder().decode(body.getBytes(StandardCharsets.US_ASCII));
    }
}
