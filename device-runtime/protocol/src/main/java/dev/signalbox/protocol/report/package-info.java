// SPDX-License-Identifier: Apache-2.0
/// What a node tells: log lines, step states, what it runs and why it refused.
@NullMarked
package dev.signalbox.protocol.report;

import org.jspecify.annotations.NullMarked;
