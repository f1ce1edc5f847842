// SPDX-License-Identifier: Apache-2.0
/// Draws windows into files, without a display.
@org.jspecify.annotations.NullMarked
package dev.signalbox.desktop.pictures;
