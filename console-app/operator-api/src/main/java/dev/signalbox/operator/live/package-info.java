// SPDX-License-Identifier: Apache-2.0
/// What the hub tells while it happens: server-sent events.
@NullMarked
package dev.signalbox.operator.live;

import org.jspecify.annotations.NullMarked;
