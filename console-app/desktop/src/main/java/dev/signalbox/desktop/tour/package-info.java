// SPDX-License-Identifier: Apache-2.0
/// The first steps of somebody new, to a service of her own that runs.
@NullMarked
package dev.signalbox.desktop.tour;

import org.jspecify.annotations.NullMarked;
