// SPDX-License-Identifier: Apache-2.0
/// The window around the pages: top bar, rail, status bar, and which page is in front.
@NullMarked
package dev.signalbox.desktop.shell;

import org.jspecify.annotations.NullMarked;
