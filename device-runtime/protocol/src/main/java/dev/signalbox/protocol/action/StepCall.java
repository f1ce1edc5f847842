// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.action;

import dev.signalbox.protocol.release.StepAddress;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A message for a method of a step. Java and Python services know methods by the same names.
///
/// @param method empty for `process`
/// @param payload any JSON; the hub takes up to 128 KiB of it
public record StepCall(StepAddress step, String method, JsonNode payload) {
    private static final Pattern NAME = Pattern.compile("|[A-Za-z_][A-Za-z0-9_]{0,127}");

    public StepCall {
        if (!NAME.matcher(method).matches() || method.startsWith("__")) {
            throw new IllegalArgumentException(
                    "A method's name is up to 128 letters, digits and _ , no digit first and not two _");
        }
    }
}
