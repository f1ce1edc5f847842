// SPDX-License-Identifier: Apache-2.0
/// How programs that know flespi's channels read ours: the same call, the same answers, the same errors.
@NullMarked
package dev.signalbox.hub.flespi;

import org.jspecify.annotations.NullMarked;
