// SPDX-License-Identifier: Apache-2.0
/// All parts of the window in all their states, for those who change its look.
@NullMarked
package dev.signalbox.desktop.gallery;

import org.jspecify.annotations.NullMarked;
