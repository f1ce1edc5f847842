// SPDX-License-Identifier: Apache-2.0
/// Who exists, how each proves itself, and who is there now.
@NullMarked
package dev.signalbox.hub.device;

import org.jspecify.annotations.NullMarked;
