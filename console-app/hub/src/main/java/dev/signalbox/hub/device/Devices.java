// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.device;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.hub.store.StoredModule;
import dev.signalbox.hub.store.StoredRegistration;
import dev.signalbox.hub.store.StoredTwin;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The registry: who exists.
public final class Devices {
    private static final int MOST_TAGS = 64;
    private static final int LONGEST_TAG = 256;
    /// Names that are paths of other protocols on the same port.
    private static final Set<String> RESERVED = Set.of("query", "register", "registration-tokens");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final RegistryStore store;

    public Devices(RegistryStore store) {
        this.store = store;
    }

    public Optional<StoredDevice> find(DeviceId id) {
        return store.read(records -> records.devices().find(id));
    }

    /// What is known of one who wants to sign in. A module of a disabled device is disabled too.
    Optional<Identity> identity(ClientId who) {
        return store.read(records -> {
            Optional<StoredDevice> device = records.devices().find(who.device());
            StoredRegistration own = records.registrations().find(who.device()).orElseGet(StoredRegistration::fresh);
            return who.module().isEmpty()
                    ? device.map(
                            found -> new Identity(found.primaryKey(), found.secondaryKey(), own.proof(), own.enabled()))
                    : records.registrations()
                            .module(who.device(), who.module().get())
                            .map(module -> Identity.of(module, own.enabled()));
        });
    }

    /// @param enabled whether it may sign in at all
    record Identity(String primaryKey, String secondaryKey, StoredRegistration.Proof proof, boolean enabled) {
        static Identity of(StoredModule module, boolean deviceEnabled) {
            StoredRegistration registration = module.registration();
            return new Identity(
                    module.primaryKey(),
                    module.secondaryKey(),
                    registration.proof(),
                    deviceEnabled && registration.enabled());
        }

        /// Without the keys.
        @Override
        public String toString() {
            return "identity " + proof.type();
        }
    }

    public StoredDevice get(DeviceId id) {
        return find(id).orElseThrow(() -> new ProblemException(DeviceProblems.notKnown(id)));
    }

    /// Makes a device with fresh keys, inside a transaction.
    public static StoredDevice add(Records records, NewDevice asked) {
        checkTags(asked.tags());
        return add(records, new StoredDevice(asked.id(), key(), key(), asked.tags(), Optional.empty()));
    }

    /// Makes a device that has its keys already, inside a transaction.
    public static StoredDevice add(Records records, StoredDevice device) {
        checkId(device.id());
        if (records.devices().find(device.id()).isPresent()) {
            throw new ProblemException(DeviceProblems.exists(device.id()));
        }
        records.devices().add(device);
        records.twins().put(device.id(), StoredTwin.fresh());
        records.registrations().put(device.id(), StoredRegistration.fresh());
        return device;
    }

    /// Replaces the device's tags, inside a transaction.
    public static void setTags(Records records, DeviceId id, Map<String, String> tags) {
        checkTags(tags);
        need(records, id);
        records.devices().setTags(id, tags);
    }

    /// Removes the device with all that belongs to it, inside a transaction.
    public static void delete(Records records, DeviceId id) {
        need(records, id);
        records.rollouts().forget(id);
        records.devices().delete(id);
    }

    private static void need(Records records, DeviceId id) {
        if (records.devices().find(id).isEmpty()) {
            throw new ProblemException(DeviceProblems.notKnown(id));
        }
    }

    /// Throws when no device may be called like this.
    public static void checkId(DeviceId id) {
        if (RESERVED.contains(id.value())) {
            throw new ProblemException(DeviceProblems.reserved(id));
        }
    }

    /// Throws when there are too many or too long ones.
    public static void checkTags(Map<String, String> tags) {
        boolean good = tags.size() <= MOST_TAGS
                && tags.entrySet().stream()
                        .allMatch(tag -> fits(tag.getKey())
                                && tag.getValue() != null
                                && tag.getValue().length() <= LONGEST_TAG);
        if (!good) {
            throw new ProblemException(DeviceProblems.badTags());
        }
    }

    private static boolean fits(String name) {
        return !name.isBlank() && name.length() <= LONGEST_TAG;
    }

    /// A new key.
    public static String key() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
