// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.workbench.release.Approvals;
import dev.signalbox.workbench.release.Releases;
import java.util.List;
import java.util.function.Supplier;

/// What the Release dialog asks of the hub. All calls block and throw `ProblemException`.
///
/// @param nodes all that it knows, as of now
public record ReleaseDesk(Releases releases, Approvals approvals, Supplier<List<NodeView>> nodes) {}
