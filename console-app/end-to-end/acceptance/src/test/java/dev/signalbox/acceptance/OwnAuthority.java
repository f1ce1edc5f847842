// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.tls.Trusting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// An authority as somebody has it who makes his devices' certificates with openssl, by the commands that stand in
/// docs/iot-hub.md, and one below it that signs for the devices.
record OwnAuthority(Path folder) {
    private static final String SECRET = "changeit";
    private static final String[] KEY = {"-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"};

    static OwnAuthority in(Path folder) throws Exception {
        Peer.need("openssl", "apt-get install openssl");
        var own = new OwnAuthority(folder);
        own.openssl("req -x509 KEY -days 3650 -subj /CN=Pumps -keyout authority.key -out authority.pem");
        Files.writeString(folder.resolve("signs.txt"), "basicConstraints=critical,CA:TRUE\n");
        own.openssl("req KEY -subj /CN=North -keyout north.key -out north.csr");
        own.openssl("x509 -req -in north.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days 365"
                + " -extfile signs.txt -out north.pem");
        return own;
    }

    String pem() throws Exception {
        return Files.readString(folder.resolve("authority.pem"));
    }

    /// What shows the hub that its key is here.
    String proof(String code) throws Exception {
        openssl("req KEY -subj /CN=" + code + " -keyout proof.key -out proof.csr");
        openssl(
                "x509 -req -in proof.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days 1 -out proof.pem");
        return Files.readString(folder.resolve("proof.pem"));
    }

    /// Makes `{device}.key`, and `{device}.pem` with the device's certificate and the one above it.
    void device(String device) throws Exception {
        openssl("req KEY -subj /CN=" + device + " -keyout " + device + ".key -out " + device + ".csr");
        openssl("x509 -req -in " + device + ".csr -CA north.pem -CAkey north.key -CAcreateserial -days 365 -out "
                + device + ".alone");
        Files.writeString(
                folder.resolve(device + ".pem"),
                Files.readString(folder.resolve(device + ".alone")) + Files.readString(folder.resolve("north.pem")));
    }

    /// TLS that shows what was made for this device, and trusts the hub.
    SSLContext tls(String device, String caPem) throws Exception {
        openssl("pkcs12 -export -inkey " + device + ".key -in " + device + ".pem -passout pass:" + SECRET + " -out "
                + device + ".p12");
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(folder.resolve(device + ".p12"))) {
            store.load(in, SECRET.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, SECRET.toCharArray());
        return Trusting.context(caPem, keys.getKeyManagers());
    }

    private void openssl(String arguments) throws Exception {
        String[] command = ("openssl " + arguments.replace("KEY", String.join(" ", KEY))).split(" ");
        try (var openssl = Peer.start(folder, Map.of(), command)) {
            assertThat(openssl.ends()).as("%s", openssl.lines()).isZero();
        }
    }
}
