// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.release;

/// What a service is written in.
public enum Language {
    JAVA,
    PYTHON
}
