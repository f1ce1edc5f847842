// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.policy;

import dev.signalbox.hub.store.Permission;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredPolicy;
import dev.signalbox.protocol.codec.ProblemException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The shared access policies: five as the portal makes them, and what operators add. Kept in memory as well, because
/// each request of a back end asks.
public final class Policies {
    /// The policy that may do everything.
    public static final String OWNER = "iothubowner";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<String, Set<Permission>> FIRST = Map.of(
            OWNER,
            EnumSet.allOf(Permission.class),
            "service",
            EnumSet.of(Permission.SERVICE_CONNECT),
            "device",
            EnumSet.of(Permission.DEVICE_CONNECT),
            "registryRead",
            EnumSet.of(Permission.REGISTRY_READ),
            "registryReadWrite",
            EnumSet.of(Permission.REGISTRY_READ, Permission.REGISTRY_WRITE));

    private final RegistryStore store;
    private volatile Map<String, StoredPolicy> known;
    private volatile Consumer<String> whenRevoked = _ -> {};

    private Policies(RegistryStore store, List<StoredPolicy> known) {
        this.store = store;
        this.known = byName(known);
    }

    /// Reads them, and makes the first five where there are none.
    public static Policies open(RegistryStore store) {
        List<StoredPolicy> has = store.read(records -> records.policies().all());
        return new Policies(store, has.isEmpty() ? store.commit(Policies::addFirst) : has);
    }

    /// Says what else is to be done when those a policy let in may no longer be connected.
    public void watch(Consumer<String> revoked) {
        whenRevoked = revoked;
    }

    /// By name.
    public List<StoredPolicy> all() {
        return known.values().stream()
                .sorted(java.util.Comparator.comparing(StoredPolicy::name))
                .toList();
    }

    public Optional<StoredPolicy> find(String name) {
        return Optional.ofNullable(known.get(name));
    }

    /// Makes a policy, or gives a known one other permissions; its keys stay.
    public StoredPolicy put(String name, Set<Permission> permissions) {
        if (!NAME.matcher(name).matches() || permissions.isEmpty()) {
            throw new ProblemException(PolicyProblems.badName());
        }
        return change(
                name,
                has -> new StoredPolicy(
                        name,
                        has.map(StoredPolicy::primaryKey).orElseGet(Policies::key),
                        has.map(StoredPolicy::secondaryKey).orElseGet(Policies::key),
                        name.equals(OWNER) ? EnumSet.allOf(Permission.class) : permissions));
    }

    /// Gives a policy new keys; signatures made with the old ones are good no more.
    public StoredPolicy renew(String name) {
        return change(name, has -> {
            StoredPolicy old = has.orElseThrow(() -> new ProblemException(PolicyProblems.notKnown(name)));
            return new StoredPolicy(name, key(), key(), old.permissions());
        });
    }

    public void delete(String name) {
        if (name.equals(OWNER)) {
            throw new ProblemException(PolicyProblems.last());
        }
        if (find(name).isEmpty()) {
            throw new ProblemException(PolicyProblems.notKnown(name));
        }
        refresh(store.commit(records -> {
            records.policies().delete(name);
            return records.policies().all();
        }));
        whenRevoked.accept(name);
    }

    private StoredPolicy change(String name, Function<Optional<StoredPolicy>, StoredPolicy> change) {
        StoredPolicy changed = change.apply(find(name));
        refresh(store.commit(records -> {
            records.policies().put(changed);
            return records.policies().all();
        }));
        whenRevoked.accept(name);
        return changed;
    }

    private void refresh(List<StoredPolicy> all) {
        known = byName(all);
    }

    private static List<StoredPolicy> addFirst(Records records) {
        FIRST.forEach((name, permissions) -> records.policies().put(new StoredPolicy(name, key(), key(), permissions)));
        return records.policies().all();
    }

    private static Map<String, StoredPolicy> byName(List<StoredPolicy> all) {
        return all.stream().collect(Collectors.toUnmodifiableMap(StoredPolicy::name, Function.identity()));
    }

    private static String key() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
