// SPDX-License-Identifier: Apache-2.0
/// Jobs over devices, and how each device fares in them.
@NullMarked
package dev.signalbox.operator.job;

import org.jspecify.annotations.NullMarked;
