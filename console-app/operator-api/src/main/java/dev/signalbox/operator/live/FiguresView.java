// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.live;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.NodeFigures;

/// What a node last said it has counted, whole. The hub forgets it when it is started again, until the node tells it
/// anew.
public record FiguresView(DeviceId node, NodeFigures figures) {}
