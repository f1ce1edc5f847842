// SPDX-License-Identifier: Apache-2.0
/// Bringing a release to its nodes in stages.
@NullMarked
package dev.signalbox.operator.rollout;

import org.jspecify.annotations.NullMarked;
