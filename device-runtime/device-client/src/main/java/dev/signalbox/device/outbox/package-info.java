// SPDX-License-Identifier: Apache-2.0
/// What the hub has not taken yet, on disk, oldest first.
@NullMarked
package dev.signalbox.device.outbox;

import org.jspecify.annotations.NullMarked;
