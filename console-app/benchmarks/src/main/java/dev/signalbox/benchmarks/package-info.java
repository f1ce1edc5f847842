// SPDX-License-Identifier: Apache-2.0
/// What we claim, measured on real processes, each figure beside a floor or a peer of the same run.
@NullMarked
package dev.signalbox.benchmarks;

import org.jspecify.annotations.NullMarked;
