// SPDX-License-Identifier: Apache-2.0
/// A workspace in memory, for tests of pages.
@NullMarked
package dev.signalbox.desktop.desks;

import org.jspecify.annotations.NullMarked;
