// SPDX-License-Identifier: Apache-2.0
/// What the device could not send yet, on disk.
@NullMarked
package dev.signalbox.device.outbox;

import org.jspecify.annotations.NullMarked;
