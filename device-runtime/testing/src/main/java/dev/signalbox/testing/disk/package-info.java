// SPDX-License-Identifier: Apache-2.0
/// A disk that a test watches, fills and breaks, below the `Path` of whoever uses it.
@NullMarked
package dev.signalbox.testing.disk;

import org.jspecify.annotations.NullMarked;
