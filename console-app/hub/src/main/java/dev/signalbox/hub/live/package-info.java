// SPDX-License-Identifier: Apache-2.0
/// What operators see as it happens.
@NullMarked
package dev.signalbox.hub.live;

import org.jspecify.annotations.NullMarked;
