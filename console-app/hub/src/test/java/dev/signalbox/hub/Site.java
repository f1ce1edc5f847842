// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A hub in a folder, which can be stopped and started again.
final class Site implements AutoCloseable {
    final Path folder;
    Hub hub;

    Site(Path folder) {
        this.folder = folder;
        this.hub = Hub.start(HubConfig.inFolder(folder).onFreePorts());
    }

    void restart() {
        hub.close();
        hub = Hub.start(HubConfig.inFolder(folder).onFreePorts());
    }

    /// TLS that trusts this hub's authority and nobody else.
    SSLContext tls() {
        try {
            var ca = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(
                            hub.contact().caPem().getBytes(StandardCharsets.US_ASCII)));
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("ca", ca);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Optional<String> ownerToken() {
        try {
            Path file = folder.resolve("owner.token");
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come true in 15 s");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() {
        hub.close();
    }
}
