// SPDX-License-Identifier: Apache-2.0
/// Streams of messages: their rules, and what came.
@NullMarked
package dev.signalbox.workbench.stream;

import org.jspecify.annotations.NullMarked;
