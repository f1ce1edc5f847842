// SPDX-License-Identifier: Apache-2.0
/// A program that is joined to the node on its machine.
@NullMarked
package dev.signalbox.local.app;

import org.jspecify.annotations.NullMarked;
