// SPDX-License-Identifier: Apache-2.0
/// What bounds the messages that a hub takes in.
@NullMarked
package dev.signalbox.operator.intake;

import org.jspecify.annotations.NullMarked;
