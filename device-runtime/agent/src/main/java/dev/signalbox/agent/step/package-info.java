// SPDX-License-Identifier: Apache-2.0
/// One step: a service on a thread of its own, with a mailbox.
@NullMarked
package dev.signalbox.agent.step;

import org.jspecify.annotations.NullMarked;
