// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.ProposalRecords;
import dev.signalbox.hub.store.StoredProposal;
import dev.signalbox.operator.release.NewRelease;
import dev.signalbox.protocol.codec.Json;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

record SqliteProposals(Handle handle) implements ProposalRecords {
    @Override
    public List<StoredProposal> all() {
        return handle.createQuery("SELECT number, asked, made_at, made_by FROM proposal ORDER BY number")
                .map((row, context) -> new StoredProposal(
                        row.getLong("number"),
                        Json.read(row.getString("asked"), NewRelease.class),
                        Instant.parse(row.getString("made_at")),
                        row.getString("made_by")))
                .list();
    }

    @Override
    public void put(StoredProposal proposal) {
        handle.execute(
                "INSERT OR REPLACE INTO proposal (number, asked, made_at, made_by) VALUES (?, ?, ?, ?)",
                proposal.number(),
                Json.writeText(proposal.asked()),
                proposal.made().toString(),
                proposal.madeBy());
    }

    @Override
    public void delete(long number) {
        handle.execute("DELETE FROM proposal WHERE number = ?", number);
    }
}
