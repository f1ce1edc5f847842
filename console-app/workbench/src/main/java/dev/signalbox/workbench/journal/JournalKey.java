// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.journal;

/// What an entry of the journal is about.
///
/// @param kind of thing, in one word, such as `service`
/// @param name what it is called at the hub
/// @param version which version of it; empty for what has none
public record JournalKey(String kind, String name, String version) {
    /// What a person reads.
    String words() {
        return version.isEmpty() ? name : name + " " + version;
    }
}
