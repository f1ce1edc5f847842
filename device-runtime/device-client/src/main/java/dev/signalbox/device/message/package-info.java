// SPDX-License-Identifier: Apache-2.0
/// What programs give a device client, and get from it, as values.
@NullMarked
package dev.signalbox.device.message;

import org.jspecify.annotations.NullMarked;
