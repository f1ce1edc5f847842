// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.job;

/// A job that is to be made of another's failed devices.
///
/// @param id of the new job
/// @param unknownToo whether also those are asked again of which nobody knows whether they did it
public record RerunJob(String id, boolean unknownToo) {}
