// SPDX-License-Identifier: Apache-2.0
/// Values that only the nodes that need them may read.
@NullMarked
package dev.signalbox.hub.secret;

import org.jspecify.annotations.NullMarked;
