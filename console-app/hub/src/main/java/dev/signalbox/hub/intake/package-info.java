// SPDX-License-Identifier: Apache-2.0
/// Bounds of what devices send: room on the disk, and messages of a device in a day.
@NullMarked
package dev.signalbox.hub.intake;

import org.jspecify.annotations.NullMarked;
