// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.live;

import dev.signalbox.operator.live.FiguresView;

/// What the hub tells of what nodes count.
public sealed interface FiguresNews {
    /// A node's figures as they are now, whole.
    record Told(FiguresView view) implements FiguresNews {}

    /// Nothing is known of that node any more.
    record Gone(String node) implements FiguresNews {}
}
