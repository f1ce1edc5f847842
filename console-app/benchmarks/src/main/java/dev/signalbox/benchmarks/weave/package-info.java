// SPDX-License-Identifier: Apache-2.0
/// What it costs a service that it can be stopped.
@NullMarked
package dev.signalbox.benchmarks.weave;

import org.jspecify.annotations.NullMarked;
