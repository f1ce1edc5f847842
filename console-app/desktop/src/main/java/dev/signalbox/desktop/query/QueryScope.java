// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.query;

/// What may be written into a query box.
public enum QueryScope {
    /// A condition on devices, as a job has one; nothing and `*` mean all devices.
    CONDITION,
    /// A condition on devices that narrows a list; nothing means all of the list, which needs no count.
    NARROWING,
    /// A condition, or a whole query that begins with SELECT.
    EITHER
}
