// SPDX-License-Identifier: Apache-2.0
/// What a power cut may leave of files that were being written.
@NullMarked
package dev.signalbox.testing.power;

import org.jspecify.annotations.NullMarked;
