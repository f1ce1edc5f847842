// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks;

import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.protocol.codec.query.QueryParser;
import dev.signalbox.protocol.codec.query.Rows;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.query.Query;
import java.util.stream.IntStream;

/// Answers a query with no help of leaves: reads one twin after the other and looks whether it matches, until the page
/// is full.
record EveryTwin(RegistryStore store, int devices) {
    /// Returns how many rows it found.
    int page(String text, int most) {
        Query query = QueryParser.query(text.replaceFirst("SELECT", "SELECT TOP " + most));
        return store.read(records -> Rows.of(
                        query,
                        IntStream.range(0, devices)
                                .mapToObj(number -> records.twins()
                                        .document(ClientId.of(QueryFleet.id(number)), false)
                                        .orElseThrow()))
                .size());
    }
}
