// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.stream;

/// How a payload is shown.
public enum PayloadForm {
    JSON,
    TEXT,
    HEX
}
