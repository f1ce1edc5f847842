// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

/// Who decides.
///
/// @param name of the operator
/// @param whence the address he comes from
public record Decider(String name, String whence) {
    /// In words for the log.
    @Override
    public String toString() {
        return "operator " + name + " from " + whence;
    }
}
