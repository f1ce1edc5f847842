// SPDX-License-Identifier: Apache-2.0
/// What a device sends, each kind in a lane of its own: durable messages, the latest state, and what may be lost.
@NullMarked
package dev.signalbox.device.delivery;

import org.jspecify.annotations.NullMarked;
