// SPDX-License-Identifier: Apache-2.0
/// Queries that operators keep.
@NullMarked
package dev.signalbox.hub.saved;

import org.jspecify.annotations.NullMarked;
