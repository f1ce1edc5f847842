// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.local;

/// How many apps were handed a command. Whether they did it only they can say.
///
/// @param apps at least one; more when several have the name
public record AppsReached(int apps) {}
