// SPDX-License-Identifier: Apache-2.0
/// Queries over what the hub knows of devices, and those an operator keeps.
@NullMarked
package dev.signalbox.operator.query;

import org.jspecify.annotations.NullMarked;
