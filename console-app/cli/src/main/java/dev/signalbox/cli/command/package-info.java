// SPDX-License-Identifier: Apache-2.0
/// The verbs of the command line.
@NullMarked
package dev.signalbox.cli.command;

import org.jspecify.annotations.NullMarked;
