// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.query;

/// A query, and which page of its rows.
///
/// @param query as IoT Hub takes it: `SELECT ... FROM devices ...`
/// @param most rows on the page, 1 to 1000
/// @param continuation what came with the page before; empty for the first
public record AskedQuery(String query, int most, String continuation) {}
