// SPDX-License-Identifier: Apache-2.0
/// Shared access policies: what back ends may do with the hub, and the keys they sign in with.
@NullMarked
package dev.signalbox.desktop.access;

import org.jspecify.annotations.NullMarked;
