// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.backend;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Many changes of the registry in one request. Each stands for itself: one that fails leaves the others as they are.
public final class Bulk {
    private static final int MOST = 100;

    private final Registrations registrations;
    private final BackendTwins twins;

    /// One that failed.
    public record Failure(String id, Problem problem) {}

    public Bulk(Registrations registrations, BackendTwins twins) {
        this.registrations = registrations;
        this.twins = twins;
    }

    /// Does them in order and returns those that failed.
    public List<Failure> run(ArrayNode changes) {
        if (changes.isEmpty() || changes.size() > MOST) {
            throw new ProblemException(BackendProblems.badIdentity("one request changes 1 to 100 devices"));
        }
        List<Failure> failures = new ArrayList<>();
        changes.forEach(change -> {
            String id = change.path("id").asString("");
            try {
                if (!(change instanceof ObjectNode object)) {
                    throw new ProblemException(BackendProblems.badIdentity("it is no object"));
                }
                run(new DeviceId(id), object);
            } catch (ProblemException refused) {
                failures.add(new Failure(id, refused.problem()));
            } catch (IllegalArgumentException malformed) {
                failures.add(new Failure(id, BackendProblems.badIdentity(String.valueOf(malformed.getMessage()))));
            }
        });
        return failures;
    }

    private void run(DeviceId id, ObjectNode change) {
        String etag = change.path("eTag").asString(change.path("etag").asString("*"));
        String mode = change.path("importMode").asString("createOrUpdate").toLowerCase(Locale.ROOT);
        switch (mode) {
            case "create" -> create(id, change);
            case "update" -> update(id, change, "*");
            case "updateifmatchetag" -> update(id, change, etag);
            case "createorupdate" -> createOrUpdate(id, change, "*");
            case "createorupdateifmatchetag" -> createOrUpdate(id, change, etag);
            case "delete" -> registrations.delete(id, "*");
            case "deleteifmatchetag" -> registrations.delete(id, etag);
            case "updatetwin" -> twins.edit(ClientId.of(id), twin(change), "*");
            case "updatetwinifmatchetag" ->
                twins.edit(
                        ClientId.of(id), twin(change), change.path("twinETag").asString("*"));
            default -> throw new ProblemException(BackendProblems.badIdentity("importMode \"" + mode + "\" is none"));
        }
    }

    private void createOrUpdate(DeviceId id, ObjectNode change, String etag) {
        if (registrations.has(id)) {
            update(id, change, etag);
        } else {
            create(id, change);
        }
    }

    private void create(DeviceId id, ObjectNode change) {
        TwinEdit twin = twin(change);
        registrations.create(id, IdentityReader.read(change));
        if (twin.tags().isPresent() || twin.desired().isPresent()) {
            twins.edit(ClientId.of(id), twin, "*");
        }
    }

    private void update(DeviceId id, ObjectNode change, String etag) {
        registrations.update(id, IdentityReader.read(change), etag);
    }

    private static TwinEdit twin(ObjectNode change) {
        return TwinEdit.read(change, false);
    }
}
