// SPDX-License-Identifier: Apache-2.0
/// Devices and their modules as operators see them: who they are, their twins, what is said to them.
@NullMarked
package dev.signalbox.operator.device;

import org.jspecify.annotations.NullMarked;
