// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.job;

/// A job as the hub knows it.
///
/// @param rerunOf the job whose failed devices it is for, else empty
/// @param series the series it is an occurrence of, else empty
public record JobView(
        String id,
        JobWork work,
        String condition,
        JobTiming timing,
        JobProgress progress,
        String rerunOf,
        String series) {}
