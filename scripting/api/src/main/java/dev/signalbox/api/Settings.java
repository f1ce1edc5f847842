// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.api;

/// Where a service finds itself running.
///
/// @param nodeName the node's name, which is its device id
/// @param flow the flow the step belongs to
/// @param step the step's name in that flow
/// @param release number of the release that runs
public record Settings(String nodeName, String flow, String step, long release) {}
