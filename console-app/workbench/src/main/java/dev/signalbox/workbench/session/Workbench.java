// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.session;

import dev.signalbox.operator.intake.IntakeView;
import dev.signalbox.operator.operator.Joining;
import dev.signalbox.operator.operator.OperatorView;
import dev.signalbox.operator.operator.Role;
import dev.signalbox.operator.session.HubContact;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.session.Session;
import dev.signalbox.operator.session.SignIn;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.Pins;
import dev.signalbox.workbench.access.Authorities;
import dev.signalbox.workbench.access.HubAuthorities;
import dev.signalbox.workbench.access.HubPolicies;
import dev.signalbox.workbench.access.Policies;
import dev.signalbox.workbench.consumer.ConsumerTokens;
import dev.signalbox.workbench.consumer.HubConsumerTokens;
import dev.signalbox.workbench.device.Devices;
import dev.signalbox.workbench.device.HubDevices;
import dev.signalbox.workbench.editing.SourceHelp;
import dev.signalbox.workbench.flow.Flows;
import dev.signalbox.workbench.flow.HubFlows;
import dev.signalbox.workbench.job.HubJobs;
import dev.signalbox.workbench.job.Jobs;
import dev.signalbox.workbench.journal.DiskJournal;
import dev.signalbox.workbench.journal.Journal;
import dev.signalbox.workbench.link.HubCertificate;
import dev.signalbox.workbench.link.HubLink;
import dev.signalbox.workbench.live.Feeds;
import dev.signalbox.workbench.live.HubFeeds;
import dev.signalbox.workbench.node.HubNodeActions;
import dev.signalbox.workbench.node.HubNodes;
import dev.signalbox.workbench.node.NodeActions;
import dev.signalbox.workbench.node.Nodes;
import dev.signalbox.workbench.operator.Audit;
import dev.signalbox.workbench.operator.HubAudit;
import dev.signalbox.workbench.operator.HubOperators;
import dev.signalbox.workbench.operator.HubTrust;
import dev.signalbox.workbench.operator.Invitation;
import dev.signalbox.workbench.operator.Operators;
import dev.signalbox.workbench.operator.Trust;
import dev.signalbox.workbench.packages.DeskPackages;
import dev.signalbox.workbench.provisioning.HubProvisioning;
import dev.signalbox.workbench.provisioning.Provisioning;
import dev.signalbox.workbench.query.HubQueries;
import dev.signalbox.workbench.query.Queries;
import dev.signalbox.workbench.release.Approvals;
import dev.signalbox.workbench.release.HubApprovals;
import dev.signalbox.workbench.release.HubReleases;
import dev.signalbox.workbench.release.Releases;
import dev.signalbox.workbench.release.Signer;
import dev.signalbox.workbench.rollout.HubRollouts;
import dev.signalbox.workbench.rollout.Rollouts;
import dev.signalbox.workbench.service.HubServices;
import dev.signalbox.workbench.service.Services;
import dev.signalbox.workbench.stream.HubStreams;
import dev.signalbox.workbench.stream.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.function.BiFunction;
import java.util.function.Function;

/// An operator's session with one hub: all that a console knows, without a window. Thread-safe; what goes wrong is a
/// ProblemException.
public final class Workbench implements AutoCloseable {
    /// How a hub tells where it is.
    public static final String CONTACT_FILE = "hub.json";

    private final Desk desk;
    private final Session session;
    private final HubLink hub;
    private final DeskPackages packages;
    private final SourceHelp sourceHelp;
    private final Services services;
    private final Flows flows;
    private final Nodes nodes;
    private final NodeActions nodeActions;
    private final Provisioning provisioning;
    private final Devices devices;
    private final Policies policies;
    private final Authorities authorities;
    private final Releases releases;
    private final Approvals approvals;
    private final Rollouts rollouts;
    private final Queries queries;
    private final Jobs jobs;
    private final Streams streams;
    private final ConsumerTokens consumerTokens;
    private final HubFeeds feeds;

    private final Operators operators;
    private final Trust trust;
    private final Audit audit;

    private Workbench(Session session, HubLink hub, KeyPair key, Desk desk) {
        this.desk = desk;
        this.packages = DeskPackages.in(desk.folder());
        this.sourceHelp = SourceHelp.create(packages);
        this.session = session;
        this.hub = hub;
        var owner = WorkspaceTrust.owner(hub, session, key);
        var ca = HubCertificate.of(desk.contact().caPem()).fingerprint();
        this.services = new HubServices(hub);
        this.flows = new HubFlows(hub);
        var pins = new Pins(desk.contact().address(), ca, owner);
        this.provisioning = new HubProvisioning(hub, pins);
        this.nodes = new HubNodes(hub, pins, provisioning);
        this.nodeActions = new HubNodeActions(hub);
        this.devices = new HubDevices(hub);
        this.policies = new HubPolicies(hub);
        this.rollouts = new HubRollouts(hub);
        var signer = new Signer(session.workspace(), session.name(), key);
        var hubReleases = new HubReleases(hub, sourceHelp, packages, signer);
        this.releases = hubReleases;
        this.approvals = new HubApprovals(hub, hubReleases, signer);
        this.operators = new HubOperators(hub, desk.contact(), Ed25519.write(key.getPublic()));
        this.trust = new HubTrust(hub, key);
        this.audit = new HubAudit(hub);
        this.queries = new HubQueries(hub);
        this.authorities = new HubAuthorities(hub, queries);
        this.jobs = new HubJobs(hub);
        this.streams = new HubStreams(hub);
        this.consumerTokens = new HubConsumerTokens(hub);
        this.feeds = new HubFeeds(hub);
    }

    /// Which hub it is, and where the console keeps its things.
    private record Desk(HubContact contact, Path folder, Role role) {}

    /// Signs in with the session the console folder holds. Makes the owner key and the workspace's first trust document
    /// when they are missing.
    public static Workbench open(HubContact contact, Path consoleFolder) {
        return open(contact, consoleFolder, consoleFolder.resolve("owner.token"));
    }

    /// The same for a hub on this machine; the first time its one-time token lets the console in.
    public static Workbench openLocal(Path hubDataFolder, Path consoleFolder) {
        return open(contactIn(hubDataFolder), consoleFolder, hubDataFolder.resolve("owner.token"));
    }

    /// Where the hub with that data folder listens.
    public static HubContact contactIn(Path hubDataFolder) {
        return contact(hubDataFolder.resolve(CONTACT_FILE));
    }

    /// Reads a contact file.
    public static HubContact contact(Path file) {
        try {
            return Json.read(Files.readAllBytes(file), HubContact.class);
        } catch (IOException missing) {
            Path folder = file.toAbsolutePath().getParent();
            throw new ProblemException(SessionProblems.noHub(folder == null ? file : folder), missing);
        }
    }

    private static Workbench open(HubContact contact, Path consoleFolder, Path ownerToken) {
        return open(contact, consoleFolder, credentials -> credentials.signIn(ownerToken));
    }

    /// For a program with a token, such as a run of continuous integration.
    public static Workbench openWithToken(HubContact contact, Path consoleFolder, String token) {
        return open(contact, consoleFolder, credentials -> credentials.show(token));
    }

    /// For a person with a password; the session is kept in the console folder.
    public static Workbench signIn(HubContact contact, Path consoleFolder, SignIn asked) {
        return openNew(contact, consoleFolder, (credentials, _) -> credentials.signIn(asked));
    }

    /// For a person with an invitation, which it takes. Session, a key to sign with, and where the hub is are kept in
    /// the console folder.
    public static Workbench join(Invitation invitation, Path consoleFolder, String password) {
        return openNew(
                invitation.contact(),
                consoleFolder,
                (credentials, key) ->
                        credentials.join(new Joining(invitation.name(), invitation.secret(), password, key)));
    }

    private static Workbench openNew(
            HubContact contact, Path consoleFolder, BiFunction<Credentials, String, Session> signIn) {
        var folder = ConsoleFolder.open(consoleFolder);
        String publicKey = Ed25519.write(KeyFile.operators(folder).getPublic());
        Workbench opened = open(contact, consoleFolder, credentials -> signIn.apply(credentials, publicKey));
        folder.write(CONTACT_FILE, Json.writeText(contact));
        return opened;
    }

    private static Workbench open(HubContact contact, Path consoleFolder, Function<Credentials, Session> signIn) {
        var folder = ConsoleFolder.open(consoleFolder);
        var hub = HubLink.to(contact);
        try {
            Session session = signIn.apply(new Credentials(folder, contact, hub));
            KeyPair key = session.name().equals("owner") ? KeyFile.owners(folder) : KeyFile.operators(folder);
            OperatorView me = hub.get(hub.at(Paths.SESSION), OperatorView.class);
            var opened = new Workbench(session, hub, key, new Desk(contact, consoleFolder, me.role()));
            if (me.publicKey().isEmpty()) {
                opened.operators().useThisKey();
            }
            return opened;
        } catch (RuntimeException refused) {
            hub.close();
            throw refused;
        }
    }

    /// Who may manage the workspace.
    public Operators operators() {
        return operators;
    }

    /// Whose signatures nodes believe.
    public Trust trust() {
        return trust;
    }

    /// Who did what.
    public Audit audit() {
        return audit;
    }

    public Services services() {
        return services;
    }

    public Flows flows() {
        return flows;
    }

    public Nodes nodes() {
        return nodes;
    }

    public NodeActions nodeActions() {
        return nodeActions;
    }

    public Provisioning provisioning() {
        return provisioning;
    }

    public Devices devices() {
        return devices;
    }

    public Policies policies() {
        return policies;
    }

    public Authorities authorities() {
        return authorities;
    }

    public Releases releases() {
        return releases;
    }

    /// Releases that more than one operator has to sign.
    public Approvals approvals() {
        return approvals;
    }

    public Rollouts rollouts() {
        return rollouts;
    }

    public Queries queries() {
        return queries;
    }

    public Jobs jobs() {
        return jobs;
    }

    public Streams streams() {
        return streams;
    }

    /// Asks the hub whether it takes in messages, and waits for it.
    public IntakeView intake() {
        return hub.get(hub.at(Paths.INTAKE), IntakeView.class);
    }

    public ConsumerTokens consumerTokens() {
        return consumerTokens;
    }

    public Feeds feeds() {
        return feeds;
    }

    /// Reads sources as they are typed; needs no hub.
    public SourceHelp sourceHelp() {
        return sourceHelp;
    }

    /// The workspace's name.
    public String workspace() {
        return session.workspace();
    }

    /// The operator's name.
    public String operator() {
        return session.name();
    }

    /// What the operator was when the session was opened; the hub checks what he is at each request.
    public Role role() {
        return desk.role();
    }

    public HubContact contact() {
        return desk.contact();
    }

    /// What was typed in the console and did not reach this hub; for one window at a time, which closes it.
    public Journal openJournal() {
        return DiskJournal.in(desk.folder(), contact().caPem());
    }

    @Override
    public void close() {
        feeds.close();
        sourceHelp.close();
        packages.close();
        hub.close();
    }
}
