// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.report;

/// Something that went wrong, in words a person can act on.
///
/// @param code stable, for logs and manual: `noun.what-is-wrong`, or a fault code from 90000 up
/// @param what a sentence that says what happened
/// @param remedy a sentence that says what to do
public record Problem(String code, String what, String remedy) {
    @Override
    public String toString() {
        return what + " " + remedy + " [" + code + "]";
    }
}
