// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.job;

/// A job that is to be made.
///
/// @param id 1 to 64 letters, digits, - and _
/// @param condition of the query language; `*` for all devices
public record NewJob(String id, JobWork work, String condition, JobTiming timing) {}
