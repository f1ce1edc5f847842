// SPDX-License-Identifier: Apache-2.0
/// Queries an operator asks, counts and keeps.
@NullMarked
package dev.signalbox.workbench.query;

import org.jspecify.annotations.NullMarked;
