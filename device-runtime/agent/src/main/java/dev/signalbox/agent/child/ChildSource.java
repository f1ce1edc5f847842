// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

/// What a process runs.
///
/// @param file name of the author's file, as it is told
/// @param actionsAtOnce whether it begins actions while it is at something else
public record ChildSource(String file, boolean actionsAtOnce) {}
