// SPDX-License-Identifier: Apache-2.0
/// The program: its options, its window, and the one place where everything is put together.
@NullMarked
package dev.signalbox.desktop.app;

import org.jspecify.annotations.NullMarked;
