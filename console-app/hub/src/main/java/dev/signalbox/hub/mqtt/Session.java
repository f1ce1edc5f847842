// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.SessionRecords;
import dev.signalbox.protocol.identity.ClientId;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// What one device or module subscribed to. Outlives its connection and the hub's, because clients of IoT Hub count on
/// that and do not subscribe again; unless it asked for a clean session.
final class Session {
    private final ClientId who;
    private final Optional<RegistryStore> kept;
    private final Map<String, MqttQoS> topics = new ConcurrentHashMap<>();

    private Session(ClientId who, Optional<RegistryStore> kept) {
        this.who = who;
        this.kept = kept;
    }

    /// Takes up the session, or begins one. Waits for the disk.
    static Session open(RegistryStore store, ClientId who, boolean clean) {
        Map<String, Integer> former = store.read(records -> records.sessions().subscriptions(who));
        var session = new Session(who, clean ? Optional.empty() : Optional.of(store));
        if (clean && !former.isEmpty()) {
            store.commit(records -> {
                records.sessions().clear(who);
                return who;
            });
        } else {
            former.forEach((topic, qos) -> session.topics.put(topic, MqttQoS.valueOf(qos)));
        }
        return session;
    }

    ClientId who() {
        return who;
    }

    boolean isFresh() {
        return topics.isEmpty();
    }

    Optional<MqttQoS> qos(String topic) {
        return Optional.ofNullable(topics.get(topic));
    }

    /// Holds from now on; the future ends once it is durable. When it fails, nothing new is subscribed to.
    CompletableFuture<?> subscribe(Map<String, MqttQoS> wanted) {
        var fresh = new HashMap<>(wanted);
        fresh.entrySet().removeAll(topics.entrySet());
        if (fresh.isEmpty()) {
            return CompletableFuture.completedFuture(who);
        }
        topics.putAll(fresh);
        return change(sessions -> fresh.forEach((topic, qos) -> sessions.subscribe(who, topic, qos.value())))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        topics.keySet().removeAll(fresh.keySet());
                    }
                });
    }

    /// As `subscribe`; what was never subscribed to is no matter, and costs the store nothing.
    CompletableFuture<?> unsubscribe(Collection<String> unwanted) {
        var ended = new HashSet<>(topics.keySet());
        ended.retainAll(new HashSet<>(unwanted));
        if (ended.isEmpty()) {
            return CompletableFuture.completedFuture(who);
        }
        topics.keySet().removeAll(ended);
        return change(sessions -> ended.forEach(topic -> sessions.unsubscribe(who, topic)));
    }

    private CompletableFuture<?> change(Consumer<SessionRecords> change) {
        return kept.<CompletableFuture<?>>map(store -> store.commitLater(records -> {
                    change.accept(records.sessions());
                    return who;
                }))
                .orElseGet(() -> CompletableFuture.completedFuture(who));
    }
}
