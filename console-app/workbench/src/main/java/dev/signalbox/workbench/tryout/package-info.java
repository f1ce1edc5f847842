// SPDX-License-Identifier: Apache-2.0
/// Runs a service at the desk, as typed, in a process of its own, and tells what it does.
@NullMarked
package dev.signalbox.workbench.tryout;

import org.jspecify.annotations.NullMarked;
