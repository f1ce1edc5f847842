// SPDX-License-Identifier: Apache-2.0
/// What can be done by name or by keys, wherever one is: the palette of commands and the list of keys.
@NullMarked
package dev.signalbox.desktop.command;

import org.jspecify.annotations.NullMarked;
