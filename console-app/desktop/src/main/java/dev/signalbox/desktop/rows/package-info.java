// SPDX-License-Identifier: Apache-2.0
/// The rows of a query: asked, read, and kept in a file.
@NullMarked
package dev.signalbox.desktop.rows;

import org.jspecify.annotations.NullMarked;
