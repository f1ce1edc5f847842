// SPDX-License-Identifier: Apache-2.0
/// What came in from the cloud, kept until the program has handled it.
@NullMarked
package dev.signalbox.device.inbox;

import org.jspecify.annotations.NullMarked;
