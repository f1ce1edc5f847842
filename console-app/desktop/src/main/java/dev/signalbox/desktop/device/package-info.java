// SPDX-License-Identifier: Apache-2.0
/// The devices of people who integrate: who they are, their twins, and what is said to them.
@NullMarked
package dev.signalbox.desktop.device;

import org.jspecify.annotations.NullMarked;
