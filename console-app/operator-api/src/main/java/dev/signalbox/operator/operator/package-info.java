// SPDX-License-Identifier: Apache-2.0
/// Who may manage a workspace, and what each of them may do.
@NullMarked
package dev.signalbox.operator.operator;

import org.jspecify.annotations.NullMarked;
