// SPDX-License-Identifier: Apache-2.0
/// How fast messages go from service to service.
@NullMarked
package dev.signalbox.benchmarks.flow;

import org.jspecify.annotations.NullMarked;
