// SPDX-License-Identifier: Apache-2.0
/// Letting new devices in: tokens to ask with, and the devices that wait.
@NullMarked
package dev.signalbox.workbench.provisioning;

import org.jspecify.annotations.NullMarked;
