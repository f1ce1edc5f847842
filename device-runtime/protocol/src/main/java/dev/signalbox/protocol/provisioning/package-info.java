// SPDX-License-Identifier: Apache-2.0
/// How a new device asks to be let in, in the shape of Spotflow's REST calls.
@NullMarked
package dev.signalbox.protocol.provisioning;

import org.jspecify.annotations.NullMarked;
