// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.job;

/// What a job does to each of its devices.
public enum JobKind {
    /// Calls a method.
    CALL,
    /// Merges a document into the desired properties.
    DESIRED,
    /// Merges a document into the tags.
    TAGS,
    /// Merges a document into both: an object with `tags` and `properties.desired`.
    TWIN
}
