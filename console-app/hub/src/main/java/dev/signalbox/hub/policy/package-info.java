// SPDX-License-Identifier: Apache-2.0
/// Who may use the hub as a back end: shared access policies as Azure IoT Hub has them.
@NullMarked
package dev.signalbox.hub.policy;

import org.jspecify.annotations.NullMarked;
