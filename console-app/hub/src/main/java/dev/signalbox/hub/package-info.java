// SPDX-License-Identifier: Apache-2.0
/// The management server: knows the devices, what each should run, and what operators have written.
@NullMarked
package dev.signalbox.hub;

import org.jspecify.annotations.NullMarked;
