// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.credential;

import dev.signalbox.device.credential.Registration.Admission;
import dev.signalbox.device.https.HubHttps;
import dev.signalbox.device.provisioning.Calls;
import dev.signalbox.device.provisioning.Provisioner;
import dev.signalbox.device.provisioning.ProvisioningProblems;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.ProvisioningToken;
import dev.signalbox.protocol.provisioning.OperationStarted;
import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Credentials of a device that was let in by a person: a registration on disk, which gets it a signature whenever it
/// needs one, and is renewed in the background from the first pass on.
///
/// The device's id and hub stay known once it was let in, whatever becomes of the registration; a hub that has
/// forgotten it is asked again, under the same id.
public final class RegisteredCredentials implements Credentials {
    private static final Logger LOG = LoggerFactory.getLogger(RegisteredCredentials.class);
    private static final Duration POLL = Duration.ofSeconds(5);

    private final Registering registering;
    private final HubHttps https;
    private final Tending tending;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<DeviceId> served;
    private volatile boolean refused;

    private RegisteredCredentials(Registering registering, HubHttps https) {
        this.registering = registering;
        this.https = https;
        this.tending = new Tending(registering, https.clock());
        this.served = registering.now().admission().map(Admission::id);
    }

    /// What a device asks with.
    ///
    /// @param wanted the id it would like; else the hub, or the person who approves, gives one
    public record Asked(ProvisioningToken token, Optional<DeviceId> wanted) {}

    /// Reads what the folder keeps; needs no network. A registration counts only if it was asked for in the same way.
    ///
    /// @param https of the hub that the token names
    /// @param shown is told each operation, so that people can compare its code
    public static RegisteredCredentials open(
            Path folder, Asked asked, HubHttps https, Consumer<OperationStarted> shown) {
        var file = new CredentialFile(folder);
        Registration kept = file.read()
                .filter(one -> one.isFor(asked.token(), asked.wanted()))
                .orElseGet(() -> Registration.none(asked.token(), asked.wanted()));
        var calls = new Calls(https);
        kept.operation().ifPresent(shown);
        var registering =
                new Registering(kept, file, new Provisioner(calls, shown), new Admissions(calls, https.clock()));
        return new RegisteredCredentials(registering, https);
    }

    /// What a folder's registration was asked with; empty when there is none.
    public static Optional<Asked> kept(Path folder) {
        return new CredentialFile(folder).read().map(kept -> new Asked(kept.token(), kept.wanted()));
    }

    /// Waits until the device was let in once, for as long as that takes; asks each 5 seconds, also while the hub is
    /// away. Returns at once when that was earlier. Throws ProblemException when the hub says no for good.
    public void awaitAdmission() throws InterruptedException {
        awaitAdmission(POLL);
    }

    void awaitAdmission(Duration poll) throws InterruptedException {
        String told = "provisioning.waiting";
        while (!admitted()) {
            try {
                registering.admit(() -> !admitted());
            } catch (ProblemException notYet) {
                if (ProvisioningProblems.lasts(notYet.problem())) {
                    throw notYet;
                }
                told = tell(notYet.problem(), told);
                if (closed.await(poll.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw notYet;
                }
            }
        }
    }

    private boolean admitted() {
        return registering.now().admission().isPresent();
    }

    private static String tell(Problem problem, String told) {
        if (!told.equals(problem.code())) {
            LOG.warn("{}", problem);
        }
        return problem.code();
    }

    @Override
    public Access access() {
        Admission admission =
                registering.now().admission().orElseThrow(() -> new IllegalStateException("not let in yet"));
        DeviceId id = served.orElse(admission.id());
        served = Optional.of(id);
        return new Access(id, admission.hub());
    }

    @Override
    public Pass pass() {
        tending.begin();
        DeviceId id = access().id();
        try {
            registering.admit(
                    () -> ready().filter(admission -> !isStale(admission)).isEmpty());
            refused = false;
        } catch (ProblemException notNow) {
            return ready().map(this::pass).orElseThrow(() -> notNow);
        }
        Admission admission = ready().orElseThrow(() -> new ProblemException(CredentialProblems.none()));
        if (!admission.id().equals(id)) {
            throw new ProblemException(CredentialProblems.otherId(id, admission.id()));
        }
        return pass(admission);
    }

    /// A signature that was not refused, and is not over.
    private Optional<Admission> ready() {
        return registering
                .now()
                .admission()
                .filter(admission -> !refused)
                .filter(admission -> pass(admission).life().isPositive());
    }

    private boolean isStale(Admission admission) {
        return Renewal.isStale(admission, https.clock().instant());
    }

    private Pass pass(Admission admission) {
        return new Pass(admission.signature(), admission.left(https.clock().instant()));
    }

    Tending tending() {
        return tending;
    }

    @Override
    public void refused() {
        refused = true;
    }

    @Override
    public void close() {
        closed.countDown();
        tending.close();
        https.close();
    }
}
