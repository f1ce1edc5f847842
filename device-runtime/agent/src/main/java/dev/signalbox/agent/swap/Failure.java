// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.release.Order;
import dev.signalbox.protocol.report.Problem;

/// An order that failed its trial on this node, and why.
public record Failure(Order order, Problem why) {}
