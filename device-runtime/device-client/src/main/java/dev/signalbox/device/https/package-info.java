// SPDX-License-Identifier: Apache-2.0
/// Short HTTPS calls to the hub.
@NullMarked
package dev.signalbox.device.https;

import org.jspecify.annotations.NullMarked;
