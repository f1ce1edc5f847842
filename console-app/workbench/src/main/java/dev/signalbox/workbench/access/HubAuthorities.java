// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.access;

import dev.signalbox.operator.authority.AuthorityProof;
import dev.signalbox.operator.authority.AuthorityView;
import dev.signalbox.operator.authority.NewAuthority;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.workbench.link.HubLink;
import dev.signalbox.workbench.query.Queries;
import java.util.List;
import java.util.OptionalLong;

/// The authorities as the hub keeps them.
public final class HubAuthorities implements Authorities {
    private static final String BY_AUTHORITY = "authenticationType = 'certificateAuthority'";

    private final HubLink hub;
    private final Queries queries;

    public HubAuthorities(HubLink hub, Queries queries) {
        this.hub = hub;
        this.queries = queries;
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

    @Override
    public OptionalLong devices() {
        return queries.count(BY_AUTHORITY);
    }
}
