// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signalbox.protocol.trust.Digest;
import java.util.List;
import java.util.Optional;

/// What the hub asks of one node: desired property `signalbox` of its twin.
///
/// @param release number of the release
/// @param digest digest of the release's envelope payload
/// @param steps the addresses of that release the node is to run; may be empty
/// @param switches which of them are switched off; empty when none is
public record ReleaseOrder(
        long release,
        Digest digest,
        List<StepAddress> steps,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Switches> switches) {
    public ReleaseOrder {
        steps = List.copyOf(steps);
        switches = switches.filter(some -> !some.equals(Switches.ALL_ON));
    }

    /// With nothing switched off.
    public ReleaseOrder(long release, Digest digest, List<StepAddress> steps) {
        this(release, digest, steps, Optional.empty());
    }
}
