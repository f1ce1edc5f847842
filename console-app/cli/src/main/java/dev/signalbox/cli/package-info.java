// SPDX-License-Identifier: Apache-2.0
/// The `signalbox` command.
@NullMarked
package dev.signalbox.cli;

import org.jspecify.annotations.NullMarked;
