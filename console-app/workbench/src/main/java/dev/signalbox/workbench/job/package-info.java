// SPDX-License-Identifier: Apache-2.0
/// Jobs an operator makes and watches.
@NullMarked
package dev.signalbox.workbench.job;

import org.jspecify.annotations.NullMarked;
