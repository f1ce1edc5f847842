// SPDX-License-Identifier: Apache-2.0
/// Releases that come to their nodes in stages.
@NullMarked
package dev.signalbox.workbench.rollout;

import org.jspecify.annotations.NullMarked;
