// SPDX-License-Identifier: Apache-2.0
/// The device's twin: what is desired of it, and what it reports.
@NullMarked
package dev.signalbox.device.twin;

import org.jspecify.annotations.NullMarked;
