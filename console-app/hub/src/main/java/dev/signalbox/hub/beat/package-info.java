// SPDX-License-Identifier: Apache-2.0
/// Work that is done again and again.
@NullMarked
package dev.signalbox.hub.beat;

import org.jspecify.annotations.NullMarked;
