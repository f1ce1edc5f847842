// SPDX-License-Identifier: Apache-2.0
/// Fetching, checking and keeping signed releases.
@NullMarked
package dev.signalbox.agent.release;

import org.jspecify.annotations.NullMarked;
