// SPDX-License-Identifier: Apache-2.0
/// Real programs as child processes: started, watched line by line, killed.
@NullMarked
package dev.signalbox.testing.process;

import org.jspecify.annotations.NullMarked;
