// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

/// How bad a mark is.
public enum Severity {
    ERROR,
    WARNING
}
