// SPDX-License-Identifier: Apache-2.0
/// The page of devices that wait to be let in, and of the tokens they ask with.
@NullMarked
package dev.signalbox.desktop.waiting;

import org.jspecify.annotations.NullMarked;
