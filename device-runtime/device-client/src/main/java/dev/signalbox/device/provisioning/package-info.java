// SPDX-License-Identifier: Apache-2.0
/// How a new device asks its hub to be let in, until a person approves.
@NullMarked
package dev.signalbox.device.provisioning;

import org.jspecify.annotations.NullMarked;
