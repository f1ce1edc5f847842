// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.compile;

/// How bad a finding is.
public enum Severity {
    ERROR,
    WARNING
}
