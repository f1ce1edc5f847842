// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.query;

import dev.signalbox.hub.store.QueryRecords.Position;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.query.Query;
import java.util.Base64;
import java.util.Optional;

/// Where a page ended. It goes out as text nobody need understand, and is good for the same query only.
///
/// @param query digest of the query
/// @param position where the last row stands
/// @param rows how many rows have gone out so far
record Continuation(String query, Position position, long rows) {
    static Continuation of(Query query, Optional<String> text) {
        String digest = digest(query);
        if (text.isEmpty() || text.get().isEmpty()) {
            return new Continuation(digest, Position.START, 0);
        }
        Continuation read = read(text.get());
        if (!digest.equals(read.query) || !read.isSound()) {
            throw new ProblemException(QueryProblems.otherContinuation());
        }
        return read;
    }

    Continuation after(Position lastPosition, int moreRows) {
        return new Continuation(query, lastPosition, rows + moreRows);
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.write(this));
    }

    private boolean isSound() {
        return rows >= 0 && position != null && position.number() >= 0 && position.device() != null;
    }

    private static Continuation read(String text) {
        try {
            return Json.read(Base64.getUrlDecoder().decode(text), Continuation.class);
        } catch (IllegalArgumentException | ProblemException malformed) {
            throw new ProblemException(QueryProblems.otherContinuation(), malformed);
        }
    }

    private static String digest(Query query) {
        return Digests.of(query.toString()).value();
    }
}
