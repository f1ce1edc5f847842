// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.device;

import dev.signalbox.operator.device.AccountView;
import dev.signalbox.operator.device.DeviceIdentity;
import dev.signalbox.operator.device.DeviceTwin;
import dev.signalbox.operator.device.IdentityChange;
import dev.signalbox.operator.device.IdentityKeys;
import dev.signalbox.operator.device.KeyRenewal;
import dev.signalbox.operator.device.MessageQueue;
import dev.signalbox.operator.device.MethodAnswer;
import dev.signalbox.operator.device.MethodQuestion;
import dev.signalbox.operator.device.ModuleIdentity;
import dev.signalbox.operator.device.NewIdentity;
import dev.signalbox.operator.device.NewModule;
import dev.signalbox.operator.device.PurgedMessages;
import dev.signalbox.operator.device.TwinChange;
import dev.signalbox.operator.node.NewMessage;
import dev.signalbox.operator.node.SentMessage;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.link.HubLink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/// The devices as the hub keeps them.
public final class HubDevices implements Devices {
    /// What the hub may need besides the time a device is given.
    private static final Duration HUBS_OWN = Duration.ofSeconds(20);

    private final HubLink hub;

    public HubDevices(HubLink hub) {
        this.hub = hub;
    }

    @Override
    public DeviceIdentity create(NewIdentity device) {
        return hub.post(hub.at(Paths.DEVICES), device, DeviceIdentity.class);
    }

    @Override
    public DeviceIdentity identity(DeviceId id) {
        return hub.get(at(id), DeviceIdentity.class);
    }

    @Override
    public DeviceIdentity change(DeviceId id, IdentityChange change, String etag) {
        return hub.putOver(at(id), etag, change, DeviceIdentity.class);
    }

    @Override
    public void delete(DeviceId id) {
        hub.delete(at(id));
    }

    @Override
    public IdentityKeys keys(ClientId who) {
        return hub.get(at(who, "keys"), IdentityKeys.class);
    }

    @Override
    public IdentityKeys renew(ClientId who, KeyRenewal which) {
        return hub.post(at(who, "keys"), which, IdentityKeys.class);
    }

    @Override
    public Twin twin(ClientId who) {
        return twin(hub.get(at(who, "twin"), DeviceTwin.class));
    }

    @Override
    public Twin saveTwin(ClientId who, String tags, String desired, String etag) {
        var change = new TwinChange(Optional.of(JsonTexts.object(tags)), Optional.of(JsonTexts.object(desired)));
        return twin(hub.putOver(at(who, "twin"), etag, change, DeviceTwin.class));
    }

    @Override
    public MethodOutcome call(ClientId who, MethodWish wish) {
        var payload = JsonTexts.read(wish.payload().isBlank() ? "null" : wish.payload());
        var question = new MethodQuestion(wish.name(), payload, wish.connectSeconds(), wish.responseSeconds());
        Duration patience = HUBS_OWN.plusSeconds(Math.max(0, wish.connectSeconds() + (long) wish.responseSeconds()));
        long begun = System.nanoTime();
        var answer = hub.postSlowly(at(who, "methods"), question, MethodAnswer.class, patience);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        return new MethodOutcome(answer.status(), JsonTexts.pretty(answer.payload()), took);
    }

    @Override
    public String send(DeviceId id, NewMessage message) {
        return hub.post(hub.at(Paths.NODES, id.value(), "messages"), message, SentMessage.class)
                .messageId();
    }

    @Override
    public MessageQueue messages(DeviceId id) {
        return hub.get(at(id, "messages"), MessageQueue.class);
    }

    @Override
    public int purge(DeviceId id) {
        return hub.delete(at(id, "messages"), PurgedMessages.class).count();
    }

    @Override
    public Optional<AccountView> account(DeviceId id) {
        return hub.find(at(id, "account"), AccountView.class);
    }

    @Override
    public List<ModuleIdentity> modules(DeviceId id) {
        return hub.list(at(id, "modules"), ModuleIdentity[].class);
    }

    @Override
    public ModuleIdentity addModule(DeviceId id, NewModule module) {
        return hub.post(at(id, "modules"), module, ModuleIdentity.class);
    }

    @Override
    public void deleteModule(ClientId module) {
        hub.delete(at(module));
    }

    private static Twin twin(DeviceTwin twin) {
        return new Twin(
                twin.etag(),
                twin.version(),
                JsonTexts.pretty(twin.tags()),
                side(twin.desired()),
                side(twin.reported()),
                Differences.between(twin.desired().document(), twin.reported().document()),
                twin.lastSeen());
    }

    private static Twin.Side side(DeviceTwin.Part part) {
        return new Twin.Side(JsonTexts.pretty(part.document()), part.version(), part.changedAt());
    }

    private HttpUrl at(DeviceId id, String... more) {
        return at(ClientId.of(id), more);
    }

    private HttpUrl at(ClientId who, String... more) {
        var url = hub.at(Paths.DEVICES, who.device().value()).newBuilder();
        who.module().ifPresent(module -> url.addPathSegment("modules").addPathSegment(module));
        for (String part : more) {
            url.addPathSegment(part);
        }
        return url.build();
    }
}
