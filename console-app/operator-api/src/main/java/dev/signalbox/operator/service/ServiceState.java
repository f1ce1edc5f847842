// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.service;

/// Whether a version of a service may still change.
public enum ServiceState {
    DRAFT,
    RELEASED
}
