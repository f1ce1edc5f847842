// SPDX-License-Identifier: Apache-2.0
/// The device's end of the line: what a program opens to speak with its hub.
@NullMarked
package dev.signalbox.device.client;

import org.jspecify.annotations.NullMarked;
