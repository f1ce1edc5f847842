// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Path;
import dev.signalbox.protocol.query.Query;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// What `FROM devices.jobs` is about: each device of each job. A condition that names one job looks at that one only.
public final class JobInquiry {
    private static final Path JOB_ID = new Path(List.of(new Path.Name("jobId")));

    private JobInquiry() {}

    public static Stream<ObjectNode> documents(Records records, Query query) {
        Optional<String> one = query.where().flatMap(JobInquiry::named);
        return Jobs.devices(
                records, (StoredJob job) -> one.isEmpty() || one.get().equals(job.id()));
    }

    private static Optional<String> named(Expression condition) {
        return switch (condition) {
            case Expression.And and ->
                and.terms().stream().flatMap(term -> named(term).stream()).findFirst();
            case Expression.Comparison comparison
            when comparison.relation() == Expression.Relation.EQUAL ->
                comparison.left() instanceof Expression.Reference left
                                && left.path().equals(JOB_ID)
                                && comparison.right() instanceof Expression.Text right
                        ? Optional.of(right.value())
                        : Optional.empty();
            default -> Optional.empty();
        };
    }
}
