// SPDX-License-Identifier: Apache-2.0
/// Jobs: one method or one change of twins for many devices, through crashes and absences.
@NullMarked
package dev.signalbox.hub.job;

import org.jspecify.annotations.NullMarked;
