// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.LogLevel;
import java.time.Duration;
import java.util.Optional;

/// Which lines the hub is to get for a while.
///
/// @param step empty for the whole node
record LevelDraft(Optional<StepAddress> step, LogLevel level, Duration span) {}
