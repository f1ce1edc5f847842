// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

/// How far a search goes one way before it tries another. The answer is always the same.
///
/// @param rare a term true for no more subjects than this is looked up first
/// @param stretch so many subjects are looked at one after the other to fill a page
/// @param largestList the longest list of subjects made of one term
record Effort(int rare, int stretch, int largestList) {
    static final Effort USUAL = new Effort(2_000, 4_000, 40_000);
}
