// SPDX-License-Identifier: Apache-2.0
/// What such a program hears, chooses and has to expect.
@NullMarked
package dev.signalbox.local.message;

import org.jspecify.annotations.NullMarked;
