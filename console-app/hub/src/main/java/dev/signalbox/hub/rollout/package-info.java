// SPDX-License-Identifier: Apache-2.0
/// Releases that come to their nodes in stages, stop by themselves when too many fail, and go back.
@NullMarked
package dev.signalbox.hub.rollout;

import org.jspecify.annotations.NullMarked;
