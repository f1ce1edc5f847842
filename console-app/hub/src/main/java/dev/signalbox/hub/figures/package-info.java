// SPDX-License-Identifier: Apache-2.0
/// What nodes count while they run.
@NullMarked
package dev.signalbox.hub.figures;

import org.jspecify.annotations.NullMarked;
