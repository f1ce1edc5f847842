// SPDX-License-Identifier: Apache-2.0
/// What is wrong with a source, while it is being typed.
@NullMarked
package dev.signalbox.authoring.check;

import org.jspecify.annotations.NullMarked;
