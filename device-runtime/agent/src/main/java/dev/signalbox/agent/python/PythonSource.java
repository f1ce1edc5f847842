// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.python;

/// What an author wrote.
///
/// @param file its name, such as `Pump.py`
public record PythonSource(String file, String text) {}
