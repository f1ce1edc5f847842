// SPDX-License-Identifier: Apache-2.0
/// A hub whose process dies and whose wire breaks, and what its devices and back ends may count on all the same.
@NullMarked
package dev.signalbox.endtoend.fault;

import org.jspecify.annotations.NullMarked;
