// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.action;

import dev.signalbox.protocol.release.StepAddress;

/// What is to be done with a step.
public record StepWish(StepAddress step, StepDeed deed) {}
