// SPDX-License-Identifier: Apache-2.0
/// Letting new devices in: tokens, and the devices that wait.
@NullMarked
package dev.signalbox.operator.provisioning;

import org.jspecify.annotations.NullMarked;
