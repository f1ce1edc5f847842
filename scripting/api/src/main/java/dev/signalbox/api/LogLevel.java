// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.api;

/// How serious a log line is, mildest first.
public enum LogLevel {
    /// What a service does; shown plain.
    DEBUG,
    /// Something the operator may want to look at; shown in yellow.
    WARNING,
    /// Something failed; shown in red and raised as an alert.
    ERROR
}
