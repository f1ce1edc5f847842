// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.access;

import dev.signalbox.operator.authority.AuthorityProof;
import dev.signalbox.operator.authority.AuthorityView;
import dev.signalbox.operator.authority.NewAuthority;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.workbench.link.HubLink;
import java.util.List;

/// The authorities as the hub keeps them.
public final class HubAuthorities implements Authorities {
    private final HubLink hub;

    public HubAuthorities(HubLink hub) {
        this.hub = hub;
    }

    @Override
    public List<AuthorityView> list() {
        return hub.list(hub.at(Paths.AUTHORITIES), AuthorityView[].class);
    }

    @Override
    public AuthorityView add(NewAuthority authority) {
        return hub.post(hub.at(Paths.AUTHORITIES), authority, AuthorityView.class);
    }

    @Override
    public AuthorityView verify(String name, String certificate) {
        return hub.post(hub.at(Paths.AUTHORITIES, name, "proof"), new AuthorityProof(certificate), AuthorityView.class);
    }

    @Override
    public void delete(String name) {
        hub.delete(hub.at(Paths.AUTHORITIES, name));
    }
}
