// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.protocol.release.ReleaseManifest;
import java.util.Optional;

/// The releases that were made so far, as a plan needs to know them.
///
/// @param newest number of the last one; 0 before the first
/// @param inForce the newest that is for all nodes: not one that is still rolled out in stages, or was halted
/// @param rollingOut whether one is still on its way in stages
record Made(long newest, Optional<ReleaseManifest> inForce, boolean rollingOut) {
    /// Nothing came in stages.
    static Made of(Optional<ReleaseManifest> last) {
        return new Made(last.map(ReleaseManifest::number).orElse(0L), last, false);
    }
}
