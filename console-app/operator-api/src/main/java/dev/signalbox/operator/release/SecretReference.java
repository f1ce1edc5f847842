// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.release;

/// How a step refers to a secret: `secret:<id>@<version>`.
public record SecretReference(String id, long version) {
    @Override
    public String toString() {
        return "secret:" + id + "@" + version;
    }
}
