// SPDX-License-Identifier: Apache-2.0
/// Which step's messages go where.
@NullMarked
package dev.signalbox.agent.routing;

import org.jspecify.annotations.NullMarked;
