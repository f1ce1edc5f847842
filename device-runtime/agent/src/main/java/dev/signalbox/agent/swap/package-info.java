// SPDX-License-Identifier: Apache-2.0
/// From one release to the next, whole or not at all.
@NullMarked
package dev.signalbox.agent.swap;

import org.jspecify.annotations.NullMarked;
