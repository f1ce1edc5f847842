// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.backend;

import dev.signalbox.hub.device.Devices;
import dev.signalbox.operator.device.DeviceIdentity;
import dev.signalbox.operator.device.IdentityChange;
import dev.signalbox.operator.device.IdentityKeys;
import dev.signalbox.operator.device.KeyRenewal;
import dev.signalbox.operator.device.ModuleIdentity;
import dev.signalbox.operator.device.NewIdentity;
import dev.signalbox.operator.device.NewModule;
import dev.signalbox.operator.device.Proof;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The registry of devices and modules as operators use it: the same rules and etags as for back ends.
public final class Identities {
    private final Registrations registrations;
    private final Modules modules;
    private final String host;

    /// @param host the hub's name in connection strings
    public Identities(Registrations registrations, Modules modules, String host) {
        this.registrations = registrations;
        this.modules = modules;
        this.host = host;
    }

    public DeviceIdentity get(DeviceId id) {
        return IdentityViews.device(registrations.get(id));
    }

    public DeviceIdentity create(NewIdentity asked) {
        AskedIdentity identity = fresh(asked.proof());
        return IdentityViews.device(registrations.create(asked.id(), identity, asked.tags()));
    }

    /// @param etag of the identity this change was made from; `*` for any
    public DeviceIdentity change(DeviceId id, IdentityChange change, String etag) {
        ObjectNode document = registrations.get(id);
        document.put("status", change.enabled() ? "enabled" : "disabled").put("statusReason", change.statusReason());
        IdentityViews.prove(document, change.proof());
        return IdentityViews.device(registrations.update(id, IdentityReader.read(document), etag));
    }

    public void delete(DeviceId id) {
        registrations.delete(id, "*");
    }

    public IdentityKeys keys(ClientId who) {
        return IdentityViews.keys(document(who), who, host);
    }

    /// Makes new keys. What is signed with an old one is refused from then on; who is connected stays so.
    public IdentityKeys renew(ClientId who, KeyRenewal which) {
        ObjectNode document = document(who);
        ObjectNode keys = document.withObject("/authentication/symmetricKey");
        if (!document.at("/authentication/type").asString("").equals("sas")) {
            throw new ProblemException(BackendProblems.noKeys(who));
        }
        if (which.primary()) {
            keys.put("primaryKey", Devices.key());
        }
        if (which.secondary()) {
            keys.put("secondaryKey", Devices.key());
        }
        return IdentityViews.keys(update(who, document), who, host);
    }

    public List<ModuleIdentity> modules(DeviceId device) {
        return modules.list(device).stream().map(IdentityViews::module).toList();
    }

    public ModuleIdentity createModule(DeviceId device, NewModule asked) {
        String id = ClientId.parse(device + "/" + asked.id()).module().orElseThrow();
        return IdentityViews.module(modules.create(device, id, fresh(asked.proof())));
    }

    public void deleteModule(ClientId module) {
        modules.delete(module.device(), module.module().orElseThrow(), "*");
    }

    private static AskedIdentity fresh(Proof proof) {
        ObjectNode document = Json.mapper().createObjectNode();
        IdentityViews.prove(document, proof);
        return IdentityReader.read(document);
    }

    private ObjectNode document(ClientId who) {
        return who.module()
                .map(module -> modules.get(who.device(), module))
                .orElseGet(() -> registrations.get(who.device()));
    }

    private ObjectNode update(ClientId who, ObjectNode document) {
        AskedIdentity asked = IdentityReader.read(document);
        String etag = document.path("etag").asString();
        return who.module()
                .map(module -> modules.update(who.device(), module, asked, etag))
                .orElseGet(() -> registrations.update(who.device(), asked, etag));
    }
}
