// SPDX-License-Identifier: Apache-2.0
/// A hub with one part left out, to weigh that part.
@NullMarked
package dev.signalbox.hub;

import org.jspecify.annotations.NullMarked;
