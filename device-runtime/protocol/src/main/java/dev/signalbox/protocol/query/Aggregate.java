// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.query;

/// How many values become one figure. All but COUNT look at numbers only, and are undefined where there is none.
public enum Aggregate {
    /// Documents; with a path, those that define it.
    COUNT,
    AVG,
    SUM,
    MIN,
    MAX
}
