// SPDX-License-Identifier: Apache-2.0
/// Who may manage the workspace, whose signatures count, and who did what.
@NullMarked
package dev.signalbox.workbench.operator;

import org.jspecify.annotations.NullMarked;
