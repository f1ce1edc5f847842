// SPDX-License-Identifier: Apache-2.0
/// Messages to devices: a short queue for each, kept on the disk until the device acknowledges.
@NullMarked
package dev.signalbox.hub.cloud;

import org.jspecify.annotations.NullMarked;
