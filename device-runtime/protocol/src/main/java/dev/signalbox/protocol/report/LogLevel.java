// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.report;

/// What kind of log line it is.
public enum LogLevel {
    /// What a service does.
    DEBUG,
    /// What the runtime itself did: started, swapped, fell back.
    RUNTIME,
    WARNING,
    ERROR
}
