// SPDX-License-Identifier: Apache-2.0
/// What releases cost a node, and what is left of them.
@NullMarked
package dev.signalbox.benchmarks.release;

import org.jspecify.annotations.NullMarked;
