// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.complete;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads records and refuses those that lack a member. A record made from JSON has null where a member is missing, and
/// nothing behind this door expects null.
public final class Complete {
    /// Kept, because finding them anew for each log line costs more than reading it.
    private static final ClassValue<List<Method>> MEMBERS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toList();
        }
    };

    private Complete() {}

    public static <T> T read(byte[] json, Class<T> type) {
        T value = Json.read(json, type);
        check(value, type.getSimpleName());
        return value;
    }

    private static void check(@Nullable Object value, String name) {
        switch (value) {
            case null -> throw missing(name);
            case Record members -> checkMembers(members);
            case Collection<?> many -> many.forEach(one -> check(one, name));
            case Map<?, ?> pairs -> pairs.values().forEach(one -> check(one, name));
            case Object[] many -> {
                for (Object one : many) {
                    check(one, name);
                }
            }
            default -> {}
        }
    }

    private static void checkMembers(Record value) {
        for (Method member : MEMBERS.get(value.getClass())) {
            try {
                check(member.invoke(value), member.getName());
            } catch (ReflectiveOperationException notPublic) {
                throw new IllegalStateException(notPublic);
            }
        }
    }

    private static ProblemException missing(String name) {
        return new ProblemException(
                new Problem("json.incomplete", "The JSON lacks \"" + name + "\", or it is null.", "Send it whole."));
    }
}
