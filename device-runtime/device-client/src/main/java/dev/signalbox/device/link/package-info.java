// SPDX-License-Identifier: Apache-2.0
/// One connection to the hub after another.
@NullMarked
package dev.signalbox.device.link;

import org.jspecify.annotations.NullMarked;
