// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.provisioning;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.ProvisioningToken;
import dev.signalbox.protocol.provisioning.Gone;
import dev.signalbox.protocol.provisioning.InitRequest;
import dev.signalbox.protocol.provisioning.OperationStarted;
import dev.signalbox.protocol.provisioning.RegistrationGranted;
import dev.signalbox.protocol.report.Problem;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks the hub to let the device in, one step at a time, so that who waits can do so in his own way.
public final class Provisioner {
    private final Calls calls;
    private final Consumer<OperationStarted> shown;

    /// @param shown is told each operation that waits for a person, for the people at the device
    public Provisioner(Calls calls, Consumer<OperationStarted> shown) {
        this.calls = calls;
        this.shown = shown;
    }

    /// Where the asking stands.
    public sealed interface Step {
        record Waiting(OperationStarted operation) implements Step {
            public Problem problem() {
                return ProvisioningProblems.waiting(operation);
            }
        }

        record Approved(RegistrationGranted granted) implements Step {}
    }

    /// Begins to ask, or asks whether somebody approved. Throws ProblemException when the answer is no, or none;
    /// whether to go on then, `ProvisioningProblems.lasts` tells.
    ///
    /// @param open the operation that has begun, if one has
    public Step step(ProvisioningToken token, Optional<DeviceId> wanted, Optional<OperationStarted> open) {
        try {
            return open.isPresent() ? look(token, wanted, open.get()) : begin(token, wanted);
        } catch (Refused refused) {
            throw new ProblemException(problem(refused), refused);
        }
    }

    private Step begin(ProvisioningToken token, Optional<DeviceId> wanted) {
        var request = new InitRequest(wanted.map(DeviceId::value), Optional.of(InitRequest.PLAIN));
        return new Step.Waiting(calls.init(token.secret(), request));
    }

    /// Shows the people at the device what they have to compare.
    public void show(OperationStarted operation) {
        shown.accept(operation);
    }

    private Step look(ProvisioningToken token, Optional<DeviceId> wanted, OperationStarted open) {
        try {
            return calls.complete(token.secret(), open.provisioningOperationId())
                    .<Step>map(Step.Approved::new)
                    .orElseGet(() -> new Step.Waiting(open));
        } catch (Refused refused) {
            if (isOver(refused)) {
                return begin(token, wanted);
            }
            throw refused;
        }
    }

    /// It expired, or the hub has forgotten it.
    private static boolean isOver(Refused refused) {
        return refused.status() == 404
                || (refused.status() == 410 && !refused.type().equals(Gone.CANCELLED));
    }

    private static Problem problem(Refused refused) {
        return switch (refused.status()) {
            case 401, 403 -> ProvisioningProblems.tokenRefused();
            case 400, 409 -> ProvisioningProblems.idRefused();
            case 410 -> ProvisioningProblems.cancelled();
            case 423 -> ProvisioningProblems.closed();
            default -> ProvisioningProblems.refused(refused);
        };
    }
}
