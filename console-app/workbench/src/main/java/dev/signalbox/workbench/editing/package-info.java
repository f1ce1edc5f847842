// SPDX-License-Identifier: Apache-2.0
/// What an editor of services needs to know about the text.
@NullMarked
package dev.signalbox.workbench.editing;

import org.jspecify.annotations.NullMarked;
