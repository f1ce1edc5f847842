// SPDX-License-Identifier: Apache-2.0
/// The packages services ask for: found, checked and locked at the desk.
@NullMarked
package dev.signalbox.workbench.packages;

import org.jspecify.annotations.NullMarked;
