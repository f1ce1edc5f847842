// SPDX-License-Identifier: Apache-2.0
/// Services written in Java, run in the node's own process.
@NullMarked
package dev.signalbox.agent.jvm;

import org.jspecify.annotations.NullMarked;
