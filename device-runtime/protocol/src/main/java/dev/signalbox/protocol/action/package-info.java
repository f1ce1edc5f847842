// SPDX-License-Identifier: Apache-2.0
/// What operators have a node do, and what it answers: the methods called `signalbox.`, which only the
/// hub calls.
@NullMarked
package dev.signalbox.protocol.action;

import org.jspecify.annotations.NullMarked;
