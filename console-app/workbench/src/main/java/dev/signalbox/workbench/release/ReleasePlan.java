// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.report.Problem;
import java.util.List;
import java.util.Map;

/// A release as it would be made now.
///
/// @param manifest what would be signed; without the steps that something stands in the way of
/// @param flowEtags etag of each flow by name, as it was when the plan was made
/// @param changes what would change, only nodes where something does
/// @param blockers what must be mended first; empty when it can be released
/// @param warnings what may be meant so, and may not
public record ReleasePlan(
        ReleaseManifest manifest,
        Map<String, String> flowEtags,
        List<NodeChange> changes,
        List<Problem> blockers,
        List<Problem> warnings) {
    public ReleasePlan {
        flowEtags = Map.copyOf(flowEtags);
        changes = List.copyOf(changes);
        blockers = List.copyOf(blockers);
        warnings = List.copyOf(warnings);
    }

    /// A plan that nothing is odd about.
    public ReleasePlan(
            ReleaseManifest manifest, Map<String, String> flowEtags, List<NodeChange> changes, List<Problem> blockers) {
        this(manifest, flowEtags, changes, blockers, List.of());
    }
}
