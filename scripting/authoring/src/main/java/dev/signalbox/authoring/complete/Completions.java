// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.complete;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What could be written where a word begins, whatever its letters are.
///
/// @param from where the word begins
/// @param whole whether that is all; otherwise more is known once two letters stand there
public record Completions(int from, List<Candidate> candidates, boolean whole) {
    private static final Comparator<Fit> ORDER = Comparator.comparing(Fit::match)
            .thenComparing(fit -> fit.candidate().near())
            .thenComparing(fit -> fit.candidate().deprecated())
            .thenComparing(fit -> fit.candidate().name())
            .thenComparing(fit -> fit.candidate().detail().length());

    public Completions {
        candidates = List.copyOf(candidates);
    }

    static Completions none(int from) {
        return new Completions(from, List.of(), true);
    }

    private record Fit(NameMatch match, Candidate candidate) {}

    /// Those that the letters fit, best first.
    public List<Candidate> matching(String typed) {
        return candidates.stream()
                .flatMap(candidate -> fit(typed, candidate).stream())
                .sorted(ORDER)
                .map(Fit::candidate)
                .toList();
    }

    private static Optional<Fit> fit(String typed, Candidate candidate) {
        return NameMatch.of(candidate.name(), typed).map(match -> new Fit(match, candidate));
    }
}
