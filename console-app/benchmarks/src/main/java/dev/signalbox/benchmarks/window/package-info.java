// SPDX-License-Identifier: Apache-2.0
/// How quick the console's window is.
@NullMarked
package dev.signalbox.benchmarks.window;

import org.jspecify.annotations.NullMarked;
