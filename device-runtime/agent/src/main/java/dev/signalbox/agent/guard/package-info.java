// SPDX-License-Identifier: Apache-2.0
/// Sees to it that no service harms the node or its neighbours.
@NullMarked
package dev.signalbox.agent.guard;

import org.jspecify.annotations.NullMarked;
