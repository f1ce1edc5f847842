// SPDX-License-Identifier: Apache-2.0
/// What back ends may do with the hub.
@NullMarked
package dev.signalbox.workbench.access;

import org.jspecify.annotations.NullMarked;
