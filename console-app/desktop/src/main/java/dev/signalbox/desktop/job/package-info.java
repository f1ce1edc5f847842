// SPDX-License-Identifier: Apache-2.0
/// Jobs over the fleet: making them, watching them device by device, making them again.
@NullMarked
package dev.signalbox.desktop.job;

import org.jspecify.annotations.NullMarked;
