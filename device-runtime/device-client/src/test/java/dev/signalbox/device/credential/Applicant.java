// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.credential;

import dev.signalbox.device.clock.HubClock;
import dev.signalbox.device.credential.RegisteredCredentials.Asked;
import dev.signalbox.device.https.HubHttps;
import dev.signalbox.device.pretend.Authority;
import dev.signalbox.device.pretend.PretendDesk;
import dev.signalbox.device.tls.PinnedTls;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.Pins;
import dev.signalbox.protocol.identity.ProvisioningToken;
import dev.signalbox.protocol.provisioning.OperationStarted;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A device that asks to be let in at a pretended desk, with clocks that the test winds.
final class Applicant implements AutoCloseable {
    static final Duration QUICK = Duration.ofMillis(20);

    final Authority authority = new Authority();
    final PretendDesk desk = new PretendDesk(authority.issue("127.0.0.1")).listen();
    final BlockingQueue<OperationStarted> shown = new LinkedBlockingQueue<>();
    final Path folder;
    Instant machine = Instant.now();
    long nanos;
    private final List<RegisteredCredentials> opened = new ArrayList<>();

    Applicant(Path folder) {
        this.folder = folder;
    }

    RegisteredCredentials open() {
        return open(PretendDesk.SECRET, Optional.empty());
    }

    RegisteredCredentials open(String secret, Optional<DeviceId> wanted) {
        var pins = new Pins(desk.address(), authority.digest(), Digests.of("owner"));
        var asked = new Asked(new ProvisioningToken(pins, secret, Optional.empty()), wanted);
        var clock = new HubClock(() -> machine, () -> nanos);
        var tls = PinnedTls.toCa(authority.digest()).context();
        var credentials =
                RegisteredCredentials.open(folder, asked, new HubHttps(desk.address(), tls, clock), shown::add);
        opened.add(credentials);
        return credentials;
    }

    /// Somebody has approved.
    RegisteredCredentials admitted() throws InterruptedException {
        desk.decision = "approved";
        var credentials = open();
        credentials.awaitAdmission(QUICK);
        return credentials;
    }

    /// Time goes by, here and at the hub.
    void pass(Duration time) {
        machine = machine.plus(time);
        nanos += time.toNanos();
        desk.now = desk.now.plus(time);
    }

    /// Whether the hub takes it at present.
    boolean isGood(String signature) {
        return SasTokens.isGood(signature, "127.0.0.1/devices/" + desk.givenId, desk.deviceKey, desk.now);
    }

    @Override
    public void close() {
        opened.forEach(RegisteredCredentials::close);
        desk.close();
    }
}
