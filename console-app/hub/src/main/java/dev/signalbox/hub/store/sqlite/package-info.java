// SPDX-License-Identifier: Apache-2.0
/// The stores in SQLite files, with one committing thread each.
@NullMarked
package dev.signalbox.hub.store.sqlite;

import org.jspecify.annotations.NullMarked;
