// SPDX-License-Identifier: Apache-2.0
/// How queries and conditions are read, written, and answered from documents in memory.
@NullMarked
package dev.signalbox.protocol.codec.query;

import org.jspecify.annotations.NullMarked;
