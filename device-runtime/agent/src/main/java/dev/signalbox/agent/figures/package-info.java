// SPDX-License-Identifier: Apache-2.0
/// What a node's steps did and cost, as it tells its hub.
@NullMarked
package dev.signalbox.agent.figures;

import org.jspecify.annotations.NullMarked;
