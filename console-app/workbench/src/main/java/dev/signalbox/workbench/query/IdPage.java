// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.query;

import java.util.List;

/// A page of the devices that match a condition, by their ids.
///
/// @param continuation what to ask the next page with; empty after the last
public record IdPage(List<String> ids, String continuation) {
    public IdPage {
        ids = List.copyOf(ids);
    }
}
