// SPDX-License-Identifier: Apache-2.0
/// What a release would do, and doing it.
@NullMarked
package dev.signalbox.workbench.release;

import org.jspecify.annotations.NullMarked;
