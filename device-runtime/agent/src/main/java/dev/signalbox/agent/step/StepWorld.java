// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.api.Settings;
import java.util.Optional;
import java.util.function.Function;

/// What surrounds a step while it runs.
///
/// @param settings asked anew each time, because release and tags change while a step runs on
/// @param property a property's value, secrets resolved
public record StepWorld(
        NodeLog log,
        Exchange exchange,
        StepWatcher watcher,
        Function<StepPlan, Settings> settings,
        Function<String, Optional<String>> property) {}
