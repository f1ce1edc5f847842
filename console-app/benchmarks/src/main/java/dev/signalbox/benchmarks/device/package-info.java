// SPDX-License-Identifier: Apache-2.0
/// Simulated devices by the thousand, and how a hub stands up to them.
@NullMarked
package dev.signalbox.benchmarks.device;

import org.jspecify.annotations.NullMarked;
