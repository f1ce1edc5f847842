// SPDX-License-Identifier: Apache-2.0
/// The destinations that microServiceBus services find on every node: `logger`, `com`, `watchdog` and others.
@NullMarked
package dev.signalbox.agent.builtin;

import org.jspecify.annotations.NullMarked;
