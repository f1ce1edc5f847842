// SPDX-License-Identifier: Apache-2.0
/// How fast services in Python are.
@NullMarked
package dev.signalbox.benchmarks.python;

import org.jspecify.annotations.NullMarked;
