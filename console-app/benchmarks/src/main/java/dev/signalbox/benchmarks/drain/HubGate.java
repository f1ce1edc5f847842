// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.drain;

import dev.signalbox.benchmarks.Rig;
import dev.signalbox.operator.session.HubContact;
import dev.signalbox.testing.process.ProgramProcess;
import dev.signalbox.workbench.session.Workbench;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/// A hub that is stopped, and started again on the same ports. It comes back cold: its first messages run code that was
/// not compiled yet.
final class HubGate implements Gate, AutoCloseable {
    private static final long LOOK_NANOS = 1_000_000;

    private final Rig rig;
    private final HubContact contact;
    private ProgramProcess hub;

    HubGate(Rig rig) {
        this.rig = rig;
        this.hub = rig.hub();
        this.contact = Workbench.contactIn(rig.hubFolder());
    }

    HubContact contact() {
        return contact;
    }

    @Override
    public void close() {
        hub.stop();
    }

    @Override
    public long open() {
        var started = CompletableFuture.supplyAsync(
                () -> rig.hub(contact.address().mqttPort(), contact.address().httpsPort()));
        while (!isOpen()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        long opened = System.nanoTime();
        hub = started.join();
        return opened;
    }

    private boolean isOpen() {
        try (var _ =
                new Socket(InetAddress.getLoopbackAddress(), contact.address().mqttPort())) {
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
