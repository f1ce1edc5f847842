// SPDX-License-Identifier: Apache-2.0
/// What each device should be and what it says it is.
@NullMarked
package dev.signalbox.hub.twin;

import org.jspecify.annotations.NullMarked;
