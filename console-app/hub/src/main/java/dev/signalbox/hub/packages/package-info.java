// SPDX-License-Identifier: Apache-2.0
/// The packages that releases bring along for services, each kept once under its digest.
@NullMarked
package dev.signalbox.hub.packages;

import org.jspecify.annotations.NullMarked;
