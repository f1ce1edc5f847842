// SPDX-License-Identifier: Apache-2.0
/// How quickly an author is helped.
@NullMarked
package dev.signalbox.benchmarks.author;

import org.jspecify.annotations.NullMarked;
