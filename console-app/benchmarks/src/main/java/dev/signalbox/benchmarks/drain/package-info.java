// SPDX-License-Identifier: Apache-2.0
/// How fast a device is back after an outage, and how fast what waited is with the hub.
@NullMarked
package dev.signalbox.benchmarks.drain;

import org.jspecify.annotations.NullMarked;
