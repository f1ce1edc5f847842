// SPDX-License-Identifier: Apache-2.0
/// Who may manage the workspace.
@NullMarked
package dev.signalbox.hub.operator;

import org.jspecify.annotations.NullMarked;
