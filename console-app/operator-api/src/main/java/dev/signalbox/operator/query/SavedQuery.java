// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.query;

/// A condition or a whole query that operators keep under a name.
///
/// @param name up to 64 characters, unique without regard to case
/// @param query up to 8192 characters
public record SavedQuery(String name, String query) {}
