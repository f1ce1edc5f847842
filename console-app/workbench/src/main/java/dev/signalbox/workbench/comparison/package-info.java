// SPDX-License-Identifier: Apache-2.0
/// Two texts side by side: which lines belong together, and what differs in them.
@NullMarked
package dev.signalbox.workbench.comparison;

import org.jspecify.annotations.NullMarked;
