// SPDX-License-Identifier: Apache-2.0
/// Who changed what, and when.
@NullMarked
package dev.signalbox.operator.audit;

import org.jspecify.annotations.NullMarked;
