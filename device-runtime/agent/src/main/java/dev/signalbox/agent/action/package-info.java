// SPDX-License-Identifier: Apache-2.0
/// What operators have this node do: the methods that only the hub calls.
@NullMarked
package dev.signalbox.agent.action;

import org.jspecify.annotations.NullMarked;
