// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.flow;

/// Whether the steps of a flow are to run, on all nodes.
public record FlowSwitch(boolean on) {}
