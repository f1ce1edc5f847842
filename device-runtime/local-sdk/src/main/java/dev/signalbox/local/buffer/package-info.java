// SPDX-License-Identifier: Apache-2.0
/// Messages that the node has not taken yet, in memory or on disk.
@NullMarked
package dev.signalbox.local.buffer;

import org.jspecify.annotations.NullMarked;
