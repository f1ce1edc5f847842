// SPDX-License-Identifier: Apache-2.0
/// What a name in a source is, what is written about it, and where it is made.
@NullMarked
package dev.signalbox.authoring.hover;

import org.jspecify.annotations.NullMarked;
