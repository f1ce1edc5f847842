// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

/// A class loader that defines woven classes.
public interface Tethered {
    /// What holds the classes of this loader.
    Tether tether();
}
