// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.WorkspaceRecords;
import dev.signalbox.operator.provisioning.GateView;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

record SqliteWorkspace(Handle handle) implements WorkspaceRecords {
    @Override
    public Optional<String> slug() {
        return get("slug");
    }

    @Override
    public void setSlug(String slug) {
        set("slug", slug);
    }

    @Override
    public GateView gate() {
        return get("gate").map(json -> Json.read(json, GateView.class)).orElse(GateView.OPEN);
    }

    @Override
    public void setGate(GateView gate) {
        set("gate", Json.writeText(gate));
    }

    @Override
    public NavigableSet<String> flowsOff() {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        get("flows-off").ifPresent(json -> names.addAll(List.of(Json.read(json, String[].class))));
        return names;
    }

    @Override
    public void setFlowsOff(Collection<String> names) {
        set("flows-off", Json.writeText(names));
    }

    @Override
    public Optional<Envelope> trust() {
        return get("trust").map(json -> Json.read(json, Envelope.class));
    }

    @Override
    public void setTrust(Envelope trust) {
        set("trust", Json.writeText(trust));
    }

    @Override
    public Optional<Digest> owner() {
        return get("owner").map(Digest::new);
    }

    @Override
    public void setOwner(Digest fingerprint) {
        set("owner", fingerprint.value());
    }

    @Override
    public Optional<Digest> ownerToken() {
        return get("owner-token").map(Digest::new);
    }

    @Override
    public void setOwnerToken(Digest token) {
        set("owner-token", token.value());
    }

    @Override
    public void deleteOwnerToken() {
        delete("owner-token");
    }

    @Override
    public boolean ownerSignedIn() {
        return get("owner-signed-in").isPresent();
    }

    @Override
    public void setOwnerSignedIn() {
        set("owner-signed-in", "yes");
    }

    @Override
    public void deleteOwnerSignedIn() {
        delete("owner-signed-in");
    }

    private Optional<String> get(String name) {
        return handle.createQuery("SELECT value FROM workspace WHERE name = ?")
                .bind(0, name)
                .mapTo(String.class)
                .findOne();
    }

    private void delete(String name) {
        handle.execute("DELETE FROM workspace WHERE name = ?", name);
    }

    private void set(String name, String value) {
        handle.execute("INSERT OR REPLACE INTO workspace (name, value) VALUES (?, ?)", name, value);
    }
}
