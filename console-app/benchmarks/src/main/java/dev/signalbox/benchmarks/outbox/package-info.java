// SPDX-License-Identifier: Apache-2.0
/// How fast a device keeps what must not be lost.
@NullMarked
package dev.signalbox.benchmarks.outbox;

import org.jspecify.annotations.NullMarked;
