// SPDX-License-Identifier: Apache-2.0
/// What can be said of a source from its signs alone, and changes to it.
@NullMarked
package dev.signalbox.authoring.text;

import org.jspecify.annotations.NullMarked;
