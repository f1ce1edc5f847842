// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.release;

import dev.signalbox.protocol.trust.Digest;
import java.util.List;

/// What the hub asks of one node: desired property `signalbox` of its twin.
///
/// @param release number of the release
/// @param digest digest of the release's envelope payload
/// @param steps the addresses of that release the node is to run; may be empty
public record ReleaseOrder(long release, Digest digest, List<StepAddress> steps) {
    public ReleaseOrder {
        steps = List.copyOf(steps);
    }
}
