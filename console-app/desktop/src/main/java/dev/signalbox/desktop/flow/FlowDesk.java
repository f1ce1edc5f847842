// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.LiveFigures;
import dev.signalbox.workbench.flow.Flows;
import dev.signalbox.workbench.service.Services;

/// What the Flows page works with.
///
/// @param figures what nodes count
public record FlowDesk(Flows flows, Services services, LiveFigures figures) {}
