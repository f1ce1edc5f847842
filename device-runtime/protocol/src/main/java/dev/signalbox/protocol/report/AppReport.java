// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.report;

import java.time.Instant;

/// What a node tells of a program that is joined to it over its local socket.
///
/// @param name as it calls itself; two may have the same
/// @param since when it came, UTC by the node's clock
/// @param version of its SDK; empty when it did not say
public record AppReport(String name, Instant since, String version) {}
