// SPDX-License-Identifier: Apache-2.0
/// What the hub tells by itself, as it happens.
@NullMarked
package dev.signalbox.workbench.live;

import org.jspecify.annotations.NullMarked;
