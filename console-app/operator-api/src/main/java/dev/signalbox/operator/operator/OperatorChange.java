// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.operator;

/// What an operator is from now on.
public record OperatorChange(Role role, boolean suspended) {}
