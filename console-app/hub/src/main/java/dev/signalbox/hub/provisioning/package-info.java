// SPDX-License-Identifier: Apache-2.0
/// How new devices are let in: tokens to ask with, operations that a person decides, and what an approved device holds.
@NullMarked
package dev.signalbox.hub.provisioning;

import org.jspecify.annotations.NullMarked;
