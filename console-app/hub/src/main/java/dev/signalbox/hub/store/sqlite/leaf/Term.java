// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import java.util.Optional;

/// One term of a condition, compiled.
///
/// @param filter SQL on the subject called `d`
/// @param scan how to find the subjects it is true for without looking at others; empty if there is no such way
record Term(Sql filter, Optional<Scan> scan) {}
