// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.session;

/// The hub's HTTPS paths. Operators use `Authorization: Bearer`, nodes `Authorization: SharedAccessSignature`. Errors
/// are a JSON `report.Problem` with a fitting status.
public final class Paths {
    /// POST SignIn, answers Session. This and `JOIN` are the only paths without authorisation; 429 when too much was
    /// tried.
    public static final String SIGN_IN = "/api/v1/sign-in";

    /// POST Joining, answers Session.
    public static final String JOIN = "/api/v1/join";

    /// GET OperatorView of who asks; DELETE signs out. `/password`: PUT NewPassword. `/key`: PUT SigningKey, answers
    /// OperatorView.
    public static final String SESSION = "/api/v1/session";

    /// GET list of OperatorView, by name; POST NewOperator, answers OperatorMade. `/{name}`: PUT OperatorChange,
    /// answers OperatorView; DELETE. `/{name}/invitation`: POST ends password, sessions or token, answers
    /// OperatorMade.
    public static final String OPERATORS = "/api/v1/operators";

    /// GET list of NeededRight: what each path for operators needs.
    public static final String RIGHTS = "/api/v1/rights";

    /// GET `?before=` a number `&operator=` a name `&text=` a part of what was done, answers AuditPage.
    public static final String AUDIT = "/api/v1/audit";

    /// So many entries come with one answer.
    public static final int ENTRIES_AT_ONCE = 200;

    /// GET the Envelope of the trust document, 404 before the first; PUT a newer one.
    public static final String TRUST = "/api/v1/trust";

    /// GET list of ServiceSummary. `/{name}/{version}`: GET ServiceDraft; PUT it (If-Match is the body's etag, empty to
    /// make a new version), answers it with the new etag; DELETE a draft.
    public static final String SERVICES = "/api/v1/services";

    /// GET list of Flow. `/{name}`: GET, PUT (as with services), DELETE.
    public static final String FLOWS = "/api/v1/flows";

    /// GET list of the names of flows that are disabled. `/{name}`: PUT FlowSwitch, answers the list.
    public static final String FLOW_SWITCHES = "/api/v1/flow-switches";

    /// GET list of NodeView by id, at most `NODES_AT_ONCE`, `?after=` an id: of those after it; POST
    /// NewDevice, answers DeviceKeys. `/{id}`: GET NodeView, DELETE. `/{id}/keys`: GET DeviceKeys.
    /// `/{id}/tags`: PUT map of text. `/{id}/messages`: POST NewMessage, answers SentMessage.
    /// `/{id}/figures`: GET FiguresView, 404 if it told none since the hub started.
    /// `/{id}/files`: GET list of FileView, newest first, also of a device that is gone.
    /// `/{id}/files/{file}`: GET its bytes, DELETE. `/{id}/switches`: POST SwitchChange, answers
    /// NodeView. `/{id}/ping`: POST, answers PingView. `/{id}/actions/{method}`: POST the question of
    /// a NodeMethod, by its word, answers what it answers; 404 `method.not-online` when the node is
    /// away, 409 when it refuses.
    public static final String NODES = "/api/v1/nodes";

    /// So many nodes come with one answer; fewer when they are the last.
    public static final int NODES_AT_ONCE = 1000;

    /// POST NewIdentity, answers DeviceIdentity. `/{id}`: GET DeviceIdentity; PUT IdentityChange (If-Match: its
    /// etag, or none for any), answers DeviceIdentity; DELETE. `/{id}/keys`: GET IdentityKeys; POST KeyRenewal,
    /// answers IdentityKeys. `/{id}/twin`: GET DeviceTwin; PUT TwinChange (If-Match as above), answers DeviceTwin.
    /// `/{id}/methods`: POST MethodQuestion, answers MethodAnswer. `/{id}/messages`: GET MessageQueue; DELETE
    /// empties the queue, answers PurgedMessages. `/{id}/account`: GET AccountView, 404 if it never told one.
    /// `/{id}/apps`: POST AppCommand, answers AppsReached, 404 when the node has no app of that name.
    /// `/{id}/modules`: GET list of ModuleIdentity; POST NewModule, answers ModuleIdentity.
    /// `/{id}/modules/{module}`: DELETE; `/keys`, `/twin`, `/methods` as with devices.
    public static final String DEVICES = "/api/v1/devices";

    /// GET list of ReleaseSummary, newest first; POST NewRelease, answers ReleaseSummary. `/{number}`: GET Envelope.
    /// `/{number}/signatures`: POST Envelope.Signature, so that it is believed when who signed it goes.
    public static final String RELEASES = "/api/v1/releases";

    /// GET list of Proposal; POST NewRelease, answers Proposal. `/{number}`: DELETE. `/{number}/signatures`: POST
    /// Envelope.Signature, answers Approved.
    public static final String PROPOSALS = "/api/v1/proposals";

    /// GET list of RolloutView, newest first. `/{release}`: GET RolloutView. `/{release}/moves`: POST AskedMove,
    /// answers
    /// RolloutView; 409 when it is not open any more, or in another stage.
    public static final String ROLLOUTS = "/api/v1/rollouts";

    /// POST list of Digest, answers those of them that the hub has no package of. `/{hex digest}`: PUT a
    /// package's file as bytes, with its length, at most `LockedPackage.MOST_BYTES`. One that no release
    /// names within a day is deleted.
    public static final String PACKAGES = "/api/v1/packages";

    /// `/{id}`: PUT NewSecret, answers SecretReference with the next version.
    public static final String SECRETS = "/api/v1/secrets";

    /// GET list of PolicyView. `/{name}`: PUT PolicyChange, answers PolicyView; DELETE. `/{name}/keys`: POST makes new
    /// keys, answers PolicyView.
    public static final String POLICIES = "/api/v1/policies";

    /// GET list of AuthorityView; POST NewAuthority, answers AuthorityView. `/{name}/proof`: POST AuthorityProof,
    /// answers AuthorityView. `/{name}`: DELETE; the devices it let in are cut off.
    public static final String AUTHORITIES = "/api/v1/authorities";

    /// GET list of TokenView, by name; POST NewToken, answers TokenMade, which alone tells the secret. `/{id}`: DELETE
    /// revokes it, answers TokenView; devices that it let in stay. `/{id}/pre-approved/{device}`: PUT and DELETE,
    /// answer TokenView.
    public static final String PROVISIONING_TOKENS = "/api/v1/provisioning-tokens";

    /// GET list of OperationView, oldest first: those that are open, and those that ended within the last day; at
    /// most `OPERATIONS_AT_ONCE`, the newest of them. `/{id}/approve`: POST Approval, answers OperationView.
    /// `/{id}/reject`: POST, answers OperationView; one that was approved, or has its registration, is cancelled.
    public static final String PROVISIONING_OPERATIONS = "/api/v1/provisioning-operations";

    /// So many operations come with one answer.
    public static final int OPERATIONS_AT_ONCE = 1000;

    /// GET GateView; PUT GateChange, answers GateView. While it is closed, `init` and `complete` answer devices
    /// that want in with 423.
    public static final String PROVISIONING_GATE = "/api/v1/provisioning-gate";

    /// GET IntakeView.
    public static final String INTAKE = "/api/v1/intake";

    /// GET list of StreamView, by number, the dead letters first; POST NewStream, answers StreamView. `/{number}`:
    /// GET StreamView; PUT StreamRules (If-Match: their etag, or none for any), answers StreamView; DELETE.
    /// `/{number}/messages`: GET `?from=` a key `&most=` up to `MESSAGES_AT_ONCE` `&device=` an id `&text=` what is
    /// looked for in ids, properties and payload, answers MessagePage; one that looks for something may be
    /// empty and still name where to go on. `/{number}/messages/{key}/payload`: GET the whole payload, as bytes.
    /// `/{number}/batches`: GET `?device=` an id `&after=` `device/batch`, answers list of BatchView, at most
    /// `BATCHES_AT_ONCE`. `/{number}/batches/{device}/{batch}/content`: GET what its messages hold, as bytes;
    /// `?join=` a Concatenation, else as the stream's rules say.
    public static final String STREAMS = "/api/v1/streams";

    /// GET DeadLetters; POST NewClearing, answers ClearingView; 409 while another one runs.
    public static final String DEAD_LETTERS = "/api/v1/dead-letters";

    /// So many messages come with one answer, at most; 100 if nothing is said.
    public static final int MESSAGES_AT_ONCE = 1000;

    /// So many batches come with one answer; fewer when they are the last.
    public static final int BATCHES_AT_ONCE = 1000;

    /// GET list of ConsumerTokenView, by name; POST NewConsumerToken, answers ConsumerTokenMade, which alone tells the
    /// secret. `/{name}`: DELETE.
    public static final String CONSUMER_TOKENS = "/api/v1/consumer-tokens";

    /// POST AskedQuery, answers QueryRows.
    public static final String QUERY = "/api/v1/query";

    /// GET list of SavedQuery. `/{name}`: PUT SavedQuery, DELETE.
    public static final String SAVED_QUERIES = "/api/v1/saved-queries";

    /// GET `?before=` a number, answers JobPage; POST NewJob, answers JobView. `/{id}`: GET JobView. `/{id}/cancel`:
    /// POST. `/{id}/rerun`: POST RerunJob, answers the JobView of the new job. `/{id}/devices`: GET `?outcome=` a
    /// DeviceOutcome `&after=` a device id, answers JobDevicePage.
    public static final String JOBS = "/api/v1/jobs";

    /// GET list of JobSeries; POST NewSeries, answers JobSeries. `/{name}`: DELETE ends it; its jobs go on.
    public static final String JOB_SERIES = "/api/v1/job-series";

    /// GET event stream: event `logs`, data an array of LogEvent, id a growing number; starts with what the hub still
    /// holds after `Last-Event-ID`.
    public static final String LIVE_LOGS = "/live/logs";

    /// GET event stream: event `node`, data a NodeView, at first of every node and then at each change; event `gone`,
    /// data a device id.
    public static final String LIVE_NODES = "/live/nodes";

    /// GET event stream: event `figures`, data a FiguresView, at first of every node that told any and then of each
    /// that
    /// tells more, twice a second at most; event `gone`, data a device id.
    public static final String LIVE_FIGURES = "/live/figures";

    /// GET event stream: event `changed`, data `services`, `flows`, `releases`, `jobs` or `queries`, when an operator
    /// changed something or jobs went on.
    public static final String LIVE_CHANGES = "/live/changes";

    /// GET event stream: event `operation`, data an OperationView, at first of each that `PROVISIONING_OPERATIONS`
    /// lists and then at each change; event `gone`, data the id of one that is not listed any more.
    public static final String LIVE_PROVISIONING = "/live/provisioning";

    /// GET event stream: event `rates` each second, data an array of StreamRate, of streams that got anything since
    /// the hub started. `/{number}`: GET event stream: event `messages`, data LiveMessages, when some came.
    public static final String LIVE_STREAMS = "/live/streams";

    /// For nodes. GET the Envelope of the trust document.
    public static final String NODE_TRUST = "/node/v1/trust";

    /// For nodes. `/{number}`: GET Envelope.
    public static final String NODE_RELEASES = "/node/v1/releases";

    /// For nodes. `/{hex digest}`: GET the source of a service, as bytes.
    public static final String NODE_BUNDLES = "/node/v1/bundles";

    /// For nodes. `/{hex digest}`: GET a package's file, as bytes; `Range: bytes=N-` goes on from there.
    public static final String NODE_PACKAGES = "/node/v1/packages";

    /// For nodes. `/{id}@{version}`: GET the secret's value as text, if a step ordered of this node refers to it.
    public static final String NODE_SECRETS = "/node/v1/secrets";

    private Paths() {}
}
