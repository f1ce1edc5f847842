// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.authority;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/// Someone who holds a key and a certificate for it: an authority, or a device.
///
/// @param signers the certificates above it, the nearest first
public record Holder(X509Certificate certificate, PrivateKey key, List<X509Certificate> signers) {
    /// A new authority that answers to nobody.
    public static Holder root(String name) throws Exception {
        return new Wanted("CN=" + name).authority().signedByItself();
    }

    /// An authority below this one.
    public Holder authority(String name) throws Exception {
        return new Wanted("CN=" + name).authority().signedBy(this);
    }

    /// A device, or a module.
    public Holder device(String name) throws Exception {
        return new Wanted("CN=" + name).signedBy(this);
    }

    public String pem() {
        return Certificates.pem(certificate);
    }

    /// Its own certificate and all between it and the root.
    public List<X509Certificate> shown() {
        return Stream.concat(Stream.of(certificate), signers.stream()).toList();
    }

    /// What TLS needs to show the first so many of these certificates.
    public KeyManager[] keys(int certificates) throws Exception {
        var own = KeyStore.getInstance(KeyStore.getDefaultType());
        own.load(null, null);
        own.setKeyEntry(
                "own", key, new char[0], shown().stream().limit(certificates).toArray(X509Certificate[]::new));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, new char[0]);
        return keys.getKeyManagers();
    }

    static KeyPair pair() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
