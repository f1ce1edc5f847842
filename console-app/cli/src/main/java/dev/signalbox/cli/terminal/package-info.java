// SPDX-License-Identifier: Apache-2.0
/// What a person reads in the terminal.
@NullMarked
package dev.signalbox.cli.terminal;

import org.jspecify.annotations.NullMarked;
