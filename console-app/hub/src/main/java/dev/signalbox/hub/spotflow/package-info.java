// SPDX-License-Identifier: Apache-2.0
/// Provisioning and devices in the shape of Spotflow's REST calls, for its devices and for programs of operators.
@NullMarked
package dev.signalbox.hub.spotflow;

import org.jspecify.annotations.NullMarked;
