// SPDX-License-Identifier: Apache-2.0
/// Making releases and looking back at them.
@NullMarked
package dev.signalbox.operator.release;

import org.jspecify.annotations.NullMarked;
