// SPDX-License-Identifier: Apache-2.0
/// What time it is at the hub, for a device whose own clock may be wrong.
@NullMarked
package dev.signalbox.device.clock;

import org.jspecify.annotations.NullMarked;
