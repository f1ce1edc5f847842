// SPDX-License-Identifier: Apache-2.0
/// The connection to the node.
@NullMarked
package dev.signalbox.local.link;

import org.jspecify.annotations.NullMarked;
