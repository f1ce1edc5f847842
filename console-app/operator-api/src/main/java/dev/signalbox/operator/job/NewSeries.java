// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.job;

/// A job that is to be made again and again.
///
/// @param job its id, up to 48 characters, names the series; each occurrence has a job of its own called after it and
/// its time
public record NewSeries(NewJob job, Recurrence rule) {}
