// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.hub.store.JobDeviceState;
import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where the document of a device of a job has its values in the row `d` of the device and the row `j` of the job. A
/// plus before a column keeps SQLite from taking numbers for texts.
record JobPlace(Residuals residuals) implements Place {
    private static final String STATUS = Arrays.stream(JobDeviceState.values())
            .map(state -> "WHEN '" + state.name() + "' THEN '" + state.wireName() + "'")
            .collect(Collectors.joining(" ", "CASE d.state ", " END"));

    @Override
    public String value(Path path) {
        String first = path.steps().getFirst() instanceof Path.Name name ? name.name() : "";
        return switch (first) {
            case "outcome", "cloudToDeviceMethod" -> residuals.answer(path, "d.answer");
            case "error" -> "CASE WHEN d.error_code <> '' THEN " + error(path) + " END";
            default -> path.steps().size() == 1 ? column(first) : "NULL";
        };
    }

    @Override
    public String number(Path path) {
        String value = value(path);
        return "CASE WHEN " + value + " < '' THEN " + value + " END";
    }

    @Override
    public String primitive(Path path) {
        String value = value(path);
        return "CASE WHEN " + value + " < " + Stored.OBJECT + " THEN " + value + " END";
    }

    /// What follows from the term for a column that has an index, if it is of that kind.
    static Optional<Sql> column(Expression term) {
        return term instanceof Expression.Comparison(Expression.Relation relation, Expression left, Expression right)
                        && relation == Expression.Relation.EQUAL
                        && left instanceof Expression.Reference(Path path)
                        && right instanceof Expression.Text(String text)
                ? indexed(path, text)
                : Optional.empty();
    }

    private static Optional<Sql> indexed(Path path, String text) {
        if (path.equals(Path.of("jobId"))) {
            return Optional.of(Sql.of("j.id = ?", text));
        }
        if (path.equals(Path.of("deviceId"))) {
            return Optional.of(Sql.of("d.device = ?", text));
        }
        return path.equals(Path.of("status"))
                ? Arrays.stream(JobDeviceState.values())
                        .filter(state -> state.wireName().equals(text))
                        .map(state -> Sql.of("d.state = ?", state.name()))
                        .findFirst()
                : Optional.empty();
    }

    private static String column(String member) {
        return switch (member) {
            case "deviceId" -> "+d.device";
            case "jobId" -> "+j.id";
            case "jobType" -> "+j.type";
            case "status" -> STATUS;
            case "createdDateTimeUtc" -> time("d.created_at");
            case "lastUpdatedDateTimeUtc" -> time("coalesce(d.ended_at, d.started_at, d.created_at)");
            case "startTimeUtc" -> time("coalesce(d.started_at, j.start_at)");
            case "endTimeUtc" -> time("d.ended_at");
            default -> "NULL";
        };
    }

    private static String error(Path path) {
        if (path.steps().size() == 1) {
            return Stored.OBJECT;
        }
        if (path.equals(Path.of("error", "code"))) {
            return "+d.error_code";
        }
        return path.equals(Path.of("error", "description")) ? "+d.error_text" : "NULL";
    }

    /// As `Times` writes it, out of what `Instant` writes.
    private static String time(String column) {
        return "CASE length(" + column + ") WHEN 20 THEN substr(" + column + ", 1, 19) || '.000Z' ELSE substr(" + column
                + ", 1, 23) || 'Z' END";
    }
}
