// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.operator;

import dev.signalbox.operator.operator.Joining;
import dev.signalbox.protocol.codec.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Hashes of passwords, made with Argon2id as RFC 9106 has it and written as
/// `$argon2id$v=19$m=<KiB>,t=<passes>,p=<lanes>$<salt>$<hash>`. A hash costs 19 MiB and tens of milliseconds, so only
/// two are made at a time, and who finds many waiting is sent away.
final class Passwords {
    /// The least that OWASP's cheat sheet on storing passwords recommends.
    private static final Costs COSTS = new Costs(19 * 1024, 2, 1);

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([^$]{1,64})\\$([^$]{1,128})");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Semaphore AT_ONCE = new Semaphore(2);
    private static final int MOST_WAITING = 16;

    private Passwords() {}

    private record Costs(int kibibytes, int passes, int lanes) {}

    /// Throws `operator.bad-password` when it is too short or too long.
    static String hash(String password) {
        if (password.length() < Joining.SHORTEST_PASSWORD || password.length() > Joining.LONGEST_PASSWORD) {
            throw new ProblemException(OperatorProblems.badPassword());
        }
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = inTurn(() -> argon2(password, salt, HASH_BYTES, COSTS));
        return "$argon2id$v=19$m=" + COSTS.kibibytes() + ",t=" + COSTS.passes() + ",p=" + COSTS.lanes() + "$"
                + encoded(salt) + "$" + encoded(hash);
    }

    /// Takes as long for somebody who has none.
    static boolean isGood(String password, Optional<String> hash) {
        String given = password.substring(0, Math.min(password.length(), Joining.LONGEST_PASSWORD));
        Matcher parts = FORM.matcher(hash.orElse(""));
        if (!parts.matches()) {
            inTurn(() -> argon2(given, new byte[SALT_BYTES], HASH_BYTES, COSTS));
            return false;
        }
        byte[] kept = decoded(parts.group(5));
        var costs = new Costs(number(parts, 1), number(parts, 2), number(parts, 3));
        byte[] made = inTurn(() -> argon2(given, decoded(parts.group(4)), kept.length, costs));
        return MessageDigest.isEqual(kept, made) && given.length() == password.length();
    }

    private static byte[] inTurn(Supplier<byte[]> work) {
        if (AT_ONCE.getQueueLength() >= MOST_WAITING) {
            throw new ProblemException(OperatorProblems.tooManyAtOnce());
        }
        AT_ONCE.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            AT_ONCE.release();
        }
    }

    private static byte[] argon2(String password, byte[] salt, int bytes, Costs costs) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(costs.kibibytes())
                .withIterations(costs.passes())
                .withParallelism(costs.lanes())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[bytes];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text);
    }
}
