// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.routing;

import dev.signalbox.agent.step.StepHost;

/// One wire to a step of this node.
///
/// @param cyclic whether what it carries can come back; such a wire never makes its sender wait
/// @param condition what it carries
/// @param traffic what it has carried
record Way(StepHost to, boolean cyclic, Condition condition, Traffic traffic) {}
