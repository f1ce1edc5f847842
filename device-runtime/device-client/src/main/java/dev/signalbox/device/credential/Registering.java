// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.credential;

import dev.signalbox.device.credential.Registration.Grant;
import dev.signalbox.device.provisioning.Provisioner;
import dev.signalbox.device.provisioning.Provisioner.Step;
import dev.signalbox.device.provisioning.ProvisioningProblems;
import dev.signalbox.device.provisioning.Refused;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.provisioning.OperationStarted;
import dev.signalbox.protocol.report.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Moves one device's registration on: asking, granted, admitted, and asking again when the hub has forgotten it. What
/// it learns is on disk before it counts. Safe for use by many threads; whoever calls the hub has the others wait.
final class Registering {
    private static final int UNAUTHORIZED = 401;
    private static final int LOCKED = 423;
    /// A hub that said no for good is left alone for so long.
    private static final Duration PEACE = Duration.ofMinutes(5);

    private final CredentialFile file;
    private final Provisioner provisioner;
    private final Admissions admissions;
    private final ReentrantLock calling = new ReentrantLock();
    private volatile Registration registration;
    private @Nullable OperationStarted shown;
    private @Nullable Problem lasting;
    private Instant askAgainAt = Instant.MIN;

    /// @param kept its operation, if it has one, was shown
    Registering(Registration kept, CredentialFile file, Provisioner provisioner, Admissions admissions) {
        this.registration = kept;
        this.shown = kept.operation().orElse(null);
        this.file = file;
        this.provisioner = provisioner;
        this.admissions = admissions;
    }

    Registration now() {
        return registration;
    }

    /// One step towards a fresh admission, with it when this returns; nothing if it is not needed once it is our turn.
    /// Throws ProblemException when it is not there yet, or not to be had.
    void admit(BooleanSupplier needed) {
        if (!needed.getAsBoolean()) {
            return;
        }
        calling.lock();
        try {
            if (needed.getAsBoolean()) {
                register();
            }
        } finally {
            calling.unlock();
        }
    }

    private void register() {
        try {
            keep(admissions.register(registration, granted()));
            lasting = null;
        } catch (Refused refused) {
            if (refused.status() != UNAUTHORIZED) {
                throw new ProblemException(
                        refused.status() == LOCKED
                                ? CredentialProblems.disabled()
                                : CredentialProblems.refused(refused),
                        refused);
            }
            keep(registration.voided());
            ask();
        }
    }

    private Grant granted() {
        return registration.grant().orElseGet(this::ask);
    }

    private Grant ask() {
        if (lasting != null && admissions.now().isBefore(askAgainAt)) {
            throw new ProblemException(lasting);
        }
        try {
            return granted(step());
        } catch (ProblemException refused) {
            if (ProvisioningProblems.lasts(refused.problem())) {
                keep(registration.voided());
                lasting = refused.problem();
                askAgainAt = admissions.now().plus(PEACE);
            }
            throw refused;
        }
    }

    /// Who was approved beforehand is let in by the first look, right after he began to ask.
    private Step step() {
        Step first = next();
        return first instanceof Step.Waiting begun && learned(begun) ? next() : first;
    }

    private Step next() {
        return provisioner.step(registration.token(), registration.asksFor(), registration.operation());
    }

    /// Whether it is another operation than the one we knew of.
    private boolean learned(Step.Waiting waiting) {
        boolean other = !registration.operation().equals(Optional.of(waiting.operation()));
        if (other) {
            keep(registration.waiting(waiting.operation()));
        }
        return other;
    }

    private Grant granted(Step step) {
        return switch (step) {
            case Step.Waiting waiting -> {
                learned(waiting);
                show(waiting.operation());
                throw new ProblemException(waiting.problem());
            }
            case Step.Approved approved -> {
                Grant grant = admissions.grant(approved.granted());
                keep(registration.granted(grant));
                yield grant;
            }
        };
    }

    /// To people, who have to compare; once in the life of a program.
    private void show(OperationStarted operation) {
        if (!operation.equals(shown)) {
            shown = operation;
            provisioner.show(operation);
        }
    }

    /// A new registration token in place of the one there is; throws `Refused` or ProblemException.
    void refresh() {
        calling.lock();
        try {
            if (registration.grant().isPresent()) {
                Grant old = registration.grant().get();
                keep(registration.granted(admissions.refresh(registration, old)));
            }
        } finally {
            calling.unlock();
        }
    }

    private void keep(Registration next) {
        if (!next.equals(registration)) {
            file.write(next);
            registration = next;
        }
    }
}
