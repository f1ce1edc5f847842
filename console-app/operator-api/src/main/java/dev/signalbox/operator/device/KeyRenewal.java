// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.device;

/// Which keys are to be made anew.
public record KeyRenewal(boolean primary, boolean secondary) {}
