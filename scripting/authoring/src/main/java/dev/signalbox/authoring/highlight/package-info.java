// SPDX-License-Identifier: Apache-2.0
/// Which words of a source are what, for colours.
@NullMarked
package dev.signalbox.authoring.highlight;

import org.jspecify.annotations.NullMarked;
