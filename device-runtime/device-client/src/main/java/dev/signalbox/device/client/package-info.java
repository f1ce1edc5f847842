// SPDX-License-Identifier: Apache-2.0
/// What a program on a device uses: sending, twin, state.
@NullMarked
package dev.signalbox.device.client;

import org.jspecify.annotations.NullMarked;
