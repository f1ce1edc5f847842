// SPDX-License-Identifier: Apache-2.0
/// What lets a device in at its hub, and how that is renewed.
@NullMarked
package dev.signalbox.device.credential;

import org.jspecify.annotations.NullMarked;
