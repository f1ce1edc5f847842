// SPDX-License-Identifier: Apache-2.0
/// A node's inside without a hub, for benchmarks of what it does with services.
@NullMarked
package dev.signalbox.benchmarks.node;

import org.jspecify.annotations.NullMarked;
