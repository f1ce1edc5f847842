// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.workbench.device.Twin;

/// What was typed into a twin and not saved.
///
/// @param base the twin it was typed into
record TwinDraft(Twin base, String tags, String desired) {}
