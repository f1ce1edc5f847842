// SPDX-License-Identifier: Apache-2.0
/// The wire between devices and a hub, in the hands of a test.
@NullMarked
package dev.signalbox.testing.wire;

import org.jspecify.annotations.NullMarked;
