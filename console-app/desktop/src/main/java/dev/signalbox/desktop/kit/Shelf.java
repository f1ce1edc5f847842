// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

/// Where one thing that a person works on is kept. Calls may take long and run on any thread; what goes wrong is a
/// ProblemException, of a code that ends in `.edited-meanwhile` when someone else saved since.
///
/// @param <T> a value with an etag
public interface Shelf<T> {
    /// What is kept now.
    T open();

    /// Keeps an edit in the place of what it was made from, and answers what is kept then.
    T save(T edit, T over);

    /// The edit as if it had been made from that: with its etag.
    T onto(T edit, T base);

    /// Whether it can never change again.
    boolean released(T kept);
}
