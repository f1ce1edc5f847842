// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.query;

/// What rows are ordered by. Undefined comes first, then numbers, texts, null, false, true, objects and arrays.
public record Order(Path path, boolean descending) {}
