// SPDX-License-Identifier: Apache-2.0
/// What was typed and the hub does not have yet, on this machine's disk.
@NullMarked
package dev.signalbox.workbench.journal;

import org.jspecify.annotations.NullMarked;
