// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.api;

import java.util.Map;

/// Where a service finds itself running.
///
/// @param nodeName the node's name, which is its device id
/// @param flow the flow the step belongs to
/// @param step the step's name in that flow
/// @param release number of the release that runs
/// @param tags the node's tags as the hub last told them
public record Settings(String nodeName, String flow, String step, long release, Map<String, String> tags) {
    public Settings {
        tags = Map.copyOf(tags);
    }
}
