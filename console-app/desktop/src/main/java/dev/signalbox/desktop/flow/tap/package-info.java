// SPDX-License-Identifier: Apache-2.0
/// Looking at what a wire carries while it does, and putting messages on it.
@NullMarked
package dev.signalbox.desktop.flow.tap;

import org.jspecify.annotations.NullMarked;
