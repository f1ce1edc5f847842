// SPDX-License-Identifier: Apache-2.0
/// The pane in which an author runs a service at the desk and sees what it does, before any node has it.
@NullMarked
package dev.signalbox.desktop.tryout;

import org.jspecify.annotations.NullMarked;
