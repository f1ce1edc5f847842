// SPDX-License-Identifier: Apache-2.0
/// Who this node is and which hub it belongs to, kept from its first start on.
@NullMarked
package dev.signalbox.agent.identity;

import org.jspecify.annotations.NullMarked;
