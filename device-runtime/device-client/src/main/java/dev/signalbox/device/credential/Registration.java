// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.credential;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.identity.ProvisioningToken;
import dev.signalbox.protocol.provisioning.OperationStarted;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// What a device keeps of its being let in, all on disk before it is used. Times are the hub's.
///
/// @param token what it asked with, and refreshes with; of another token nothing here is of use
/// @param wanted the id it asked for
/// @param operation while it waits for approval, so that after a restart people still see the same code
/// @param grant once somebody approved
/// @param admission once it registered; stays while another registration is sought
record Registration(
        ProvisioningToken token,
        Optional<DeviceId> wanted,
        Optional<OperationStarted> operation,
        Optional<Grant> grant,
        Optional<Admission> admission) {
    Registration {
        Objects.requireNonNull(token, "token");
    }

    /// @param token the registration token, secret
    /// @param until absent when it does not end
    record Grant(String token, Instant since, Optional<Instant> until) {
        Grant {
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(since, "since");
        }

        @Override
        public String toString() {
            return "registration until " + until;
        }
    }

    /// @param signature a SAS, secret
    record Admission(DeviceId id, HubAddress hub, String signature, Instant since, Instant until) {
        Admission {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(hub, "hub");
            Objects.requireNonNull(signature, "signature");
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(until, "until");
        }

        /// How long the signature is good; never longer than it was, whatever the clock says.
        Duration left(Instant now) {
            Duration whole = Duration.between(since, until);
            Duration left = Duration.between(now, until);
            return left.compareTo(whole) > 0 ? whole : left;
        }

        @Override
        public String toString() {
            return id + " at " + hub + " until " + until;
        }
    }

    static Registration none(ProvisioningToken token, Optional<DeviceId> wanted) {
        return new Registration(token, wanted, Optional.empty(), Optional.empty(), Optional.empty());
    }

    boolean isFor(ProvisioningToken otherToken, Optional<DeviceId> otherWanted) {
        return token.equals(otherToken) && wanted.equals(otherWanted);
    }

    /// The id to ask for: the one it had, so that what it kept for sending stays its own.
    Optional<DeviceId> asksFor() {
        return admission.map(Admission::id).or(() -> wanted);
    }

    Registration waiting(OperationStarted begun) {
        return new Registration(token, wanted, Optional.of(begun), Optional.empty(), admission);
    }

    Registration granted(Grant given) {
        return new Registration(token, wanted, Optional.empty(), Optional.of(given), admission);
    }

    Registration admitted(Admission given) {
        return new Registration(token, wanted, operation, grant, Optional.of(given));
    }

    /// It has to ask anew, as the same device.
    Registration voided() {
        return new Registration(token, wanted, Optional.empty(), Optional.empty(), admission);
    }
}
