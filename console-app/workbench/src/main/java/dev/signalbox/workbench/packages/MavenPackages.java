// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.packages;

import dev.signalbox.operator.service.AskedPackage;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.LockedPackage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// Java's packages, from one repository laid out as Maven's: exactly those that are asked for. What came once is kept,
/// and found again without the repository.
final class MavenPackages implements AutoCloseable {
    private static final int SHORT = 12;
    private static final int LONGEST_SUM = 1_000;

    private final OkHttpClient http = new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(10))
            .callTimeout(Duration.ofMinutes(5))
            .build();
    private final String from;
    private final Path cache;

    /// @param from address of a repository, or a folder
    /// @param cache a folder of its own for what came
    MavenPackages(String from, Path cache) {
        this.from = from;
        this.cache = cache.resolve("from-" + Digests.of(from).hex().substring(0, SHORT));
    }

    /// Throws ProblemException for the first that cannot be had.
    List<ResolvedPackage> resolve(List<AskedPackage> asked) {
        return asked.stream()
                .map(one -> ResolvedPackage.of(one.text(), file(one)))
                .toList();
    }

    private Path file(AskedPackage asked) {
        Path kept = cache.resolve(path(asked));
        try {
            if (!Files.isRegularFile(kept)) {
                Files.createDirectories(Objects.requireNonNull(kept.getParent()));
                Path fresh = Files.createTempFile(cache, "coming", ".jar");
                try {
                    fetch(path(asked), fresh);
                    Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    Files.deleteIfExists(fresh);
                }
            }
            return kept;
        } catch (IOException missing) {
            throw new ProblemException(
                    PackageProblems.notFound(List.of(asked.text()), from, String.valueOf(missing.getMessage())),
                    missing);
        }
    }

    private static String path(AskedPackage asked) {
        String[] name = asked.name().split(":", -1);
        String classifier = name.length > 2 ? "-" + name[2] : "";
        return name[0].replace('.', '/') + "/" + name[1] + "/" + asked.version() + "/" + name[1] + "-" + asked.version()
                + classifier + ".jar";
    }

    /// A repository elsewhere has to say a checksum of what it sends; a folder of the operator's own need not.
    private void fetch(String path, Path into) throws IOException {
        if (!from.matches("https?://.*")) {
            Path there = Path.of(from).resolve(path);
            if (!Files.isRegularFile(there)) {
                throw new IOException("there is no " + path);
            }
            Files.copy(there, into, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try (Response answer = answer(path)) {
            Files.write(into, bounded(answer.body().byteStream(), (int) LockedPackage.MOST_BYTES));
        }
        try (Response answer = answer(path + ".sha1")) {
            String said = new String(
                    bounded(answer.body().byteStream(), LONGEST_SUM), java.nio.charset.StandardCharsets.US_ASCII);
            if (!said.strip().startsWith(sha1(Files.readAllBytes(into)))) {
                throw new IOException("what came does not have the checksum that the repository names");
            }
        }
    }

    private Response answer(String path) throws IOException {
        Response answer = http.newCall(new Request.Builder()
                        .url(from.replaceFirst("/*$", "/") + path)
                        .build())
                .execute();
        if (!answer.isSuccessful()) {
            answer.close();
            throw new IOException("the repository answers " + answer.code());
        }
        return answer;
    }

    private static byte[] bounded(InputStream in, int most) throws IOException {
        byte[] all = in.readNBytes(most + 1);
        if (all.length > most) {
            throw new IOException("it has more than " + most + " bytes");
        }
        return all;
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
