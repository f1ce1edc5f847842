// SPDX-License-Identifier: Apache-2.0
/// The Operators page: who may do what, whose signatures count, and who did what.
@NullMarked
package dev.signalbox.desktop.operator;

import org.jspecify.annotations.NullMarked;
