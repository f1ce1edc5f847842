// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.tls.Trusting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A device's own, self-signed certificate, as the JDK's keytool makes it.
record DeviceCertificate(KeyStore store) {
    private static final String SECRET = "changeit";
    private static final String NAME = "device";

    static DeviceCertificate make(Path folder) throws Exception {
        Path file = folder.resolve("device.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        try (var making = Peer.start(
                folder,
                Map.of(),
                keytool,
                "-genkeypair",
                "-alias",
                NAME,
                "-keyalg",
                "EC",
                "-dname",
                "CN=pump-1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                SECRET)) {
            assertThat(making.ends()).as("%s", making.lines()).isZero();
        }
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, SECRET.toCharArray());
        }
        return new DeviceCertificate(store);
    }

    /// SHA-1 in hexadecimal, as IoT Hub's registry has it.
    String thumbprint() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-1")
                .digest(store.getCertificate(NAME).getEncoded());
        return HexFormat.of().withUpperCase().formatHex(digest);
    }

    /// TLS that shows this certificate and trusts the hub.
    SSLContext tls(String caPem) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, SECRET.toCharArray());
        return Trusting.context(caPem, keys.getKeyManagers());
    }
}
