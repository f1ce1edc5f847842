// SPDX-License-Identifier: Apache-2.0
/// Lays source out as is usual.
@NullMarked
package dev.signalbox.authoring.format;

import org.jspecify.annotations.NullMarked;
