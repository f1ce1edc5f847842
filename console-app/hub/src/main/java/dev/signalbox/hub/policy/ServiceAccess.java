// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.policy;

import dev.signalbox.hub.store.Permission;
import dev.signalbox.hub.store.StoredPolicy;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.SasTokens;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checks that a back end may do what it asks for: by a shared access signature made with a key of a policy.
public final class ServiceAccess {
    private static final Pattern RESOURCE = Pattern.compile("[ &]sr=([^&]*)");
    private static final Pattern POLICY = Pattern.compile("[ &]skn=([^&]*)");
    private static final int LONGEST = 4096;

    private final Policies policies;
    private final Set<String> hostNames;
    private final Clock clock;

    public ServiceAccess(Policies policies, Set<String> hostNames, Clock clock) {
        this.policies = policies;
        this.hostNames = Set.copyOf(hostNames);
        this.clock = clock;
    }

    /// Checks an `Authorization` header for a path such as `/twins/pump-1`; does not block. Throws
    /// `policy.unauthorised` unless it is good and its policy grants at least one of what is wanted.
    public void check(String authorization, String path, Permission... wanted) {
        StoredPolicy policy = holder(authorization, path);
        List<Permission> any = List.of(wanted);
        if (any.stream().noneMatch(policy::grants)) {
            throw new ProblemException(PolicyProblems.lacks(policy.name(), any));
        }
    }

    private StoredPolicy holder(String authorization, String path) {
        String name = field(POLICY, authorization);
        String host = field(RESOURCE, authorization).split("/", 2)[0];
        if (!hostNames.contains(host.replaceFirst(":\\d{1,5}$", "").toLowerCase(Locale.ROOT))) {
            throw new ProblemException(PolicyProblems.foreignHost(shortened(host)));
        }
        return policies.find(name)
                .filter(policy -> isGood(authorization, host + path, policy))
                .orElseThrow(() -> new ProblemException(PolicyProblems.wrongKey(shortened(name))));
    }

    private boolean isGood(String authorization, String resource, StoredPolicy policy) {
        return SasTokens.isGood(authorization, resource, policy.primaryKey(), clock.instant())
                || SasTokens.isGood(authorization, resource, policy.secondaryKey(), clock.instant());
    }

    private static String field(Pattern field, String authorization) {
        Matcher found = field.matcher(authorization);
        if (authorization.length() > LONGEST || !authorization.startsWith("SharedAccessSignature ") || !found.find()) {
            throw new ProblemException(PolicyProblems.unsigned());
        }
        try {
            return URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(PolicyProblems.unsigned(), malformed);
        }
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 80 ? printable : printable.substring(0, 80) + "...";
    }
}
