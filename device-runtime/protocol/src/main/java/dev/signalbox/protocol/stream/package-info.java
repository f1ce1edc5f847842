// SPDX-License-Identifier: Apache-2.0
/// Where a device's messages go, and what groups them.
@NullMarked
package dev.signalbox.protocol.stream;

import org.jspecify.annotations.NullMarked;
