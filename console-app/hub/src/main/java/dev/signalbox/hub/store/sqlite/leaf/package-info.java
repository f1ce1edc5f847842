// SPDX-License-Identifier: Apache-2.0
/// Every value of every device's document as a row, indexed by path and value, and queries compiled to SQL over them.
@NullMarked
package dev.signalbox.hub.store.sqlite.leaf;

import org.jspecify.annotations.NullMarked;
