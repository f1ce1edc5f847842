// SPDX-License-Identifier: Apache-2.0
/// What all pages are made of: the look, icons, small controls, dialogs, and the one door to the FX thread.
@NullMarked
package dev.signalbox.desktop.kit;

import org.jspecify.annotations.NullMarked;
