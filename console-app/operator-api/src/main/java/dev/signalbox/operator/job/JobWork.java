// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.job;

/// What a job does to each of its devices.
///
/// @param method the method's name; empty unless it calls one
/// @param document JSON: the payload, empty for none, or an object that is merged
/// @param responseSeconds how long a device may take to answer, 5 to 300; 0 for the usual 30
public record JobWork(JobKind kind, String method, String document, int responseSeconds) {}
