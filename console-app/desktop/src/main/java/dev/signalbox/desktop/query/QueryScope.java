// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.query;

/// What may be written into a query box.
public enum QueryScope {
    /// A condition on devices, as a job has one; nothing and `*` mean all devices.
    CONDITION,
    /// A condition, or a whole query that begins with SELECT.
    EITHER
}
