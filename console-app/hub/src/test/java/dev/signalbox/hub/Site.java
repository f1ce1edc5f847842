// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.operator.session.HubContact;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.testing.tls.Trusting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/// A hub in a folder, which can be stopped and started again.
final class Site implements AutoCloseable {
    final Path folder;
    private Optional<Hub> hub;
    private HubContact contact;

    Site(Path folder) {
        this(folder, Clock.systemUTC());
    }

    Site(Path folder, Clock clock) {
        this(folder, HubConfig.inFolder(folder).withClock(clock));
    }

    Site(Path folder, HubConfig config) {
        this.folder = folder;
        var started = Hub.start(config.onFreePorts());
        this.hub = Optional.of(started);
        this.contact = started.contact();
    }

    private Site(Path folder, HubContact contact) {
        this.folder = folder;
        this.hub = Optional.empty();
        this.contact = contact;
    }

    /// A hub that runs as a process of its own.
    static Site elsewhere(Path folder) throws java.io.IOException {
        return new Site(folder, Json.read(Files.readAllBytes(folder.resolve("hub.json")), HubContact.class));
    }

    HubAddress address() {
        return contact.address();
    }

    HubContact contact() {
        return contact;
    }

    Hub.Inside inside() {
        return hub.orElseThrow().inside();
    }

    void restart() {
        close();
        var started = Hub.start(HubConfig.inFolder(folder).onFreePorts());
        hub = Optional.of(started);
        contact = started.contact();
    }

    /// TLS that trusts this hub's authority and nobody else.
    SSLContext tls(KeyManager... own) {
        return Trusting.context(contact.caPem(), own);
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
        await(condition, () -> "It did not come true in 60 s");
    }

    static void await(BooleanSupplier condition, Supplier<String> otherwise) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(otherwise.get());
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() {
        hub.ifPresent(Hub::close);
    }
}
