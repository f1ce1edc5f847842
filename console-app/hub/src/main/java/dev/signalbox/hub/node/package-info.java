// SPDX-License-Identifier: Apache-2.0
/// Nodes as operators see them.
@NullMarked
package dev.signalbox.hub.node;

import org.jspecify.annotations.NullMarked;
