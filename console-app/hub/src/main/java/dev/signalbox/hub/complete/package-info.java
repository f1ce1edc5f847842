// SPDX-License-Identifier: Apache-2.0
/// Reads what others send so that nothing is missing in it.
@NullMarked
package dev.signalbox.hub.complete;

import org.jspecify.annotations.NullMarked;
