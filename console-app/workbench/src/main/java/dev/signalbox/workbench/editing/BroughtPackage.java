// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

/// A package that comes along with one that a service asks for.
///
/// @param coordinates of the package itself, as `LockedPackage` has them
/// @param with coordinates of the package that needs it
public record BroughtPackage(String coordinates, String with) {}
