// SPDX-License-Identifier: Apache-2.0
/// Shared access policies: what back ends sign in with.
@NullMarked
package dev.signalbox.operator.policy;

import org.jspecify.annotations.NullMarked;
