// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.query;

import java.util.SequencedMap;

/// One row of an answer.
///
/// @param cells by path, such as `properties.reported.speed`, in the row's order; texts without quotes, all else as
/// JSON
/// @param json the whole row
public record Row(SequencedMap<String, String> cells, String json) {}
