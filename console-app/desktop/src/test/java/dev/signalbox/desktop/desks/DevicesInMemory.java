// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.desks;

import dev.signalbox.operator.device.AccountView;
import dev.signalbox.operator.device.DeviceIdentity;
import dev.signalbox.operator.device.IdentityChange;
import dev.signalbox.operator.device.IdentityKeys;
import dev.signalbox.operator.device.KeyRenewal;
import dev.signalbox.operator.device.MessageQueue;
import dev.signalbox.operator.device.ModuleIdentity;
import dev.signalbox.operator.device.NewIdentity;
import dev.signalbox.operator.device.NewModule;
import dev.signalbox.operator.node.NewMessage;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.device.Devices;
import dev.signalbox.workbench.device.Difference;
import dev.signalbox.workbench.device.MethodOutcome;
import dev.signalbox.workbench.device.MethodWish;
import dev.signalbox.workbench.device.Twin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Devices as a hub would keep them, in this object.
public final class DevicesInMemory implements Devices {
    public final Map<DeviceId, DeviceIdentity> identities = new ConcurrentHashMap<>();
    public final Map<ClientId, Twin> twins = new ConcurrentHashMap<>();
    public final List<String> calls = new CopyOnWriteArrayList<>();
    public volatile Optional<Problem> refusal = Optional.empty();
    public volatile MessageQueue queue = new MessageQueue(List.of(), List.of());
    public final Map<DeviceId, AccountView> accounts = new ConcurrentHashMap<>();
    private final Map<DeviceId, TreeMap<String, ModuleIdentity>> modules = new ConcurrentHashMap<>();
    private int edition;

    @Override
    public DeviceIdentity create(NewIdentity device) {
        note("create " + device.id() + " " + device.tags() + " "
                + device.proof().kind());
        var made = new DeviceIdentity(device.id(), "e" + ++edition, true, "", device.proof(), "638412345678901234");
        identities.put(device.id(), made);
        return made;
    }

    @Override
    public DeviceIdentity identity(DeviceId id) {
        return Optional.ofNullable(identities.get(id))
                .orElseGet(() -> new DeviceIdentity(
                        id, "e0", true, "", dev.signalbox.operator.device.Proof.SAS, "638412345678901234"));
    }

    @Override
    public DeviceIdentity change(DeviceId id, IdentityChange change, String etag) {
        note("change " + id + " enabled=" + change.enabled() + " over " + etag);
        var changed = new DeviceIdentity(
                id, "e" + ++edition, change.enabled(), change.statusReason(), change.proof(), "638412345678901234");
        identities.put(id, changed);
        return changed;
    }

    @Override
    public void delete(DeviceId id) {
        note("delete " + id);
        identities.remove(id);
    }

    @Override
    public IdentityKeys keys(ClientId who) {
        note("keys " + who);
        return new IdentityKeys(
                "cHJpbWFyeQ==", "c2Vjb25kYXJ5", string(who, "cHJpbWFyeQ=="), string(who, "c2Vjb25kYXJ5"));
    }

    private static String string(ClientId who, String key) {
        return "HostName=hub.north.example;DeviceId=" + who.device()
                + who.module().map(module -> ";ModuleId=" + module).orElse("") + ";SharedAccessKey=" + key;
    }

    @Override
    public IdentityKeys renew(ClientId who, KeyRenewal which) {
        note("renew " + who + " " + which.primary() + " " + which.secondary());
        return keys(who);
    }

    @Override
    public Twin twin(ClientId who) {
        return twins.computeIfAbsent(who, id -> twin("{}", "{}", "{}", "etag-0", List.of()));
    }

    public static Twin twin(String tags, String desired, String reported, String etag, List<Difference> differences) {
        return new Twin(
                etag,
                9,
                tags,
                new Twin.Side(desired, 4, Optional.of(Instant.now().minusSeconds(86_400))),
                new Twin.Side(reported, 7, Optional.of(Instant.now().minusSeconds(74))),
                differences,
                Optional.of(Instant.now().minusSeconds(190)));
    }

    @Override
    public synchronized Twin saveTwin(ClientId who, String tags, String desired, String etag) {
        note("save " + who + " " + tags + " " + desired + " over " + etag);
        Twin has = twin(who);
        if (!has.etag().equals(etag)) {
            throw new ProblemException(
                    new Problem("twin.edited-meanwhile", "The twin has another etag by now.", "Get it and try again."));
        }
        Twin saved = twin(tags, desired, has.reported().text(), "etag-" + ++edition, List.of());
        twins.put(who, saved);
        return saved;
    }

    @Override
    public MethodOutcome call(ClientId who, MethodWish wish) {
        note("call " + who + " " + wish.name() + " " + wish.payload());
        return new MethodOutcome(200, "{\n  \"rebooted\": true\n}", Duration.ofMillis(184));
    }

    @Override
    public String send(DeviceId id, NewMessage message) {
        note("send " + id + " " + message.text() + " " + new TreeMap<>(message.properties()).tailMap("a") + " "
                + message.timeToLiveSeconds());
        var waiting = new ArrayList<>(queue.waiting());
        String messageId = message.properties().getOrDefault("$.mid", "");
        waiting.add(new MessageQueue.Waiting(messageId, message.text().length(), Instant.now(), 0));
        queue = new MessageQueue(waiting, queue.outcomes());
        return messageId;
    }

    @Override
    public MessageQueue messages(DeviceId id) {
        return queue;
    }

    @Override
    public int purge(DeviceId id) {
        note("purge " + id);
        int count = queue.waiting().size();
        queue = new MessageQueue(List.of(), queue.outcomes());
        return count;
    }

    @Override
    public Optional<AccountView> account(DeviceId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public List<ModuleIdentity> modules(DeviceId id) {
        return List.copyOf(modules.getOrDefault(id, new TreeMap<>()).values());
    }

    @Override
    public ModuleIdentity addModule(DeviceId id, NewModule module) {
        note("add module " + id + "/" + module.id());
        var made = new ModuleIdentity(module.id(), "e", module.proof(), "");
        modules.computeIfAbsent(id, it -> new TreeMap<>()).put(module.id(), made);
        return made;
    }

    @Override
    public void deleteModule(ClientId module) {
        note("delete module " + module);
        modules.getOrDefault(module.device(), new TreeMap<>())
                .remove(module.module().orElseThrow());
    }

    private void note(String call) {
        calls.add(call);
        refusal.ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }
}
