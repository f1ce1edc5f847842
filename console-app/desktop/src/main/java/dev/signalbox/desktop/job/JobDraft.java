// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.operator.job.JobKind;
import dev.signalbox.operator.job.JobTiming;
import dev.signalbox.operator.job.JobView;
import dev.signalbox.operator.job.JobWork;
import dev.signalbox.operator.job.NewJob;
import dev.signalbox.operator.job.Recurrence;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// A job as typed into the form.
///
/// @param start empty for now
/// @param repeat its rule as typed
/// @param limits how long, how fast and how often, as typed
record JobDraft(String id, JobWork work, String condition, String start, Repeat repeat, Limits limits) {
    /// @param on whether it is repeated at all
    record Repeat(boolean on, String every, Recurrence.Unit unit, String until) {
        static final Repeat ONCE = new Repeat(false, "1", Recurrence.Unit.DAYS, "");
    }

    /// @param unitSeconds what the window is counted in
    record Limits(String window, long unitSeconds, String perSecond, String attempts) {
        static final Limits USUAL = new Limits("60", 60, "", "1");

        Limits {
            if (unitSeconds < 1) {
                throw new IllegalArgumentException("A window is counted in whole seconds at least");
            }
        }
    }

    /// One like that job, to start now, under another name.
    static JobDraft like(JobView job, String id) {
        JobTiming timing = job.timing();
        long unit = unit(timing.windowSeconds());
        String rate = timing.perSecond() == 0 ? "" : Integer.toString(timing.perSecond());
        var limits = new Limits(
                Long.toString(timing.windowSeconds() / unit), unit, rate, Integer.toString(timing.attempts()));
        String condition = job.condition().equals("*") ? "" : job.condition();
        return new JobDraft(id, job.work(), condition, "", Repeat.ONCE, limits);
    }

    private static long unit(long seconds) {
        return seconds % 86_400 == 0 ? 86_400 : seconds % 3_600 == 0 ? 3_600 : seconds % 60 == 0 ? 60 : 1;
    }

    /// What is wrong, by field. The condition is looked at by its own box.
    Map<JobField, String> complaints(Instant now) {
        Map<JobField, String> wrong = new EnumMap<>(JobField.class);
        int longest = repeat.on() ? 48 : 64;
        if (!id.matches("[A-Za-z0-9_-]{1," + longest + "}")) {
            wrong.put(JobField.ID, "Use 1 to " + longest + " letters, digits, - and _.");
        }
        complainOfWork(wrong);
        if (!start.isBlank()) {
            Optional<Instant> at = Times.read(start);
            if (at.isEmpty()) {
                wrong.put(JobField.START, "Write a UTC time such as 2026-01-31 08:00.");
            } else if (at.get().isBefore(now)) {
                wrong.put(JobField.START, "That is in the past.");
            }
        }
        complainOfRule(wrong);
        check(wrong, JobField.WINDOW, window(), 1, Duration.ofDays(30).toSeconds(), "Use 1 second to 30 days.");
        check(
                wrong,
                JobField.RATE,
                limits.perSecond().isBlank() ? 1 : number(limits.perSecond()),
                1,
                JobTiming.FASTEST,
                "Use 1 to " + JobTiming.FASTEST + ", or nothing.");
        check(wrong, JobField.ATTEMPTS, number(limits.attempts()), 1, 5, "Use 1 to 5.");
        return wrong;
    }

    private void complainOfWork(Map<JobField, String> wrong) {
        if (work.kind() == JobKind.CALL) {
            if (work.method().isBlank()) {
                wrong.put(JobField.METHOD, "Name the method.");
            }
            check(wrong, JobField.RESPONSE, work.responseSeconds(), 5, 300, "Use 5 to 300 seconds.");
            if (work.document().isBlank()) {
                return;
            }
        }
        try {
            String text = work.document().strip();
            boolean isObject =
                    !text.equals("null") && Json.read(text, Object.class) instanceof Map<?, ?> map && !map.isEmpty();
            if (work.kind() != JobKind.CALL && !isObject) {
                wrong.put(JobField.DOCUMENT, "Write a JSON object with at least one member, such as {\"speed\": 3}.");
            }
        } catch (ProblemException malformed) {
            wrong.put(JobField.DOCUMENT, malformed.problem().what());
        }
    }

    private void complainOfRule(Map<JobField, String> wrong) {
        if (!repeat.on()) {
            return;
        }
        check(wrong, JobField.RULE, number(repeat.every()), 1, 1000, "Use 1 to 1000.");
        Optional<Instant> until = Times.read(repeat.until());
        if (!repeat.until().isBlank() && until.isEmpty()) {
            wrong.put(JobField.UNTIL, "Write a UTC time such as 2026-01-31 08:00, or nothing.");
        } else if (until.filter(end -> Times.read(start).filter(end::isBefore).isPresent())
                .isPresent()) {
            wrong.put(JobField.UNTIL, "That is before it starts.");
        }
    }

    private static void check(
            Map<JobField, String> wrong, JobField field, long value, long least, long most, String words) {
        if (value < least || value > most) {
            wrong.put(field, words);
        }
    }

    private static long number(String text) {
        return text.strip().matches("\\d{1,9}") ? Long.parseLong(text.strip()) : -1;
    }

    private long window() {
        long number = number(limits.window());
        return number < 0 ? -1 : number * limits.unitSeconds();
    }

    /// The job; there must be no complaints.
    NewJob job() {
        int rate = (int) number(limits.perSecond());
        var timing =
                new JobTiming(start.isBlank() ? Optional.empty() : Times.read(start), window(), Math.max(0, rate), (int)
                        number(limits.attempts()));
        return new NewJob(id, work, condition.isBlank() ? "*" : condition.strip(), timing);
    }

    /// How it is repeated, if it is; there must be no complaints.
    Optional<Recurrence> rule() {
        return repeat.on()
                ? Optional.of(new Recurrence(
                        (int) number(repeat.every()),
                        repeat.unit(),
                        repeat.until().isBlank() ? Optional.empty() : Times.read(repeat.until())))
                : Optional.empty();
    }
}
