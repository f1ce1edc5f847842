// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.device;

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
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.List;
import java.util.Optional;

/// The hub's devices and their modules. All calls ask the hub and wait for it; what goes wrong is a ProblemException.
public interface Devices {
    DeviceIdentity create(NewIdentity device);

    DeviceIdentity identity(DeviceId id);

    /// Fails with `identity.edited-meanwhile` when the identity has another etag by now.
    DeviceIdentity change(DeviceId id, IdentityChange change, String etag);

    void delete(DeviceId id);

    /// Secret.
    IdentityKeys keys(ClientId who);

    /// Makes new keys; what is signed with an old one is refused from then on.
    IdentityKeys renew(ClientId who, KeyRenewal which);

    Twin twin(ClientId who);

    /// Puts these texts in the place of tags and desired properties; both are JSON objects. Fails with
    /// `twin.edited-meanwhile` when someone else changed one of them since the etag.
    Twin saveTwin(ClientId who, String tags, String desired, String etag);

    /// Waits for the answer of the device; what keeps it from answering is a ProblemException.
    MethodOutcome call(ClientId who, MethodWish wish);

    /// Queues a message and answers its id.
    String send(DeviceId id, NewMessage message);

    MessageQueue messages(DeviceId id);

    /// Empties the queue and answers how many were in it.
    int purge(DeviceId id);

    /// What the device last said became of all its messages; empty if it never said so, or the hub does not know it.
    Optional<AccountView> account(DeviceId id);

    /// By id.
    List<ModuleIdentity> modules(DeviceId id);

    ModuleIdentity addModule(DeviceId id, NewModule module);

    void deleteModule(ClientId module);
}
