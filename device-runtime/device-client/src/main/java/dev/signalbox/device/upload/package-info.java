// SPDX-License-Identifier: Apache-2.0
/// Files on their way to the hub's storage, as IoT Hub takes them.
@NullMarked
package dev.signalbox.device.upload;

import org.jspecify.annotations.NullMarked;
