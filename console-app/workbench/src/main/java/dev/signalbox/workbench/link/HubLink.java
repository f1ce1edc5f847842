// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.link;

import dev.signalbox.operator.session.HubContact;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Asks one hub over HTTPS and reads its answers. Believes only the hub's own CA. A refusal is thrown as the Problem
/// the hub gave; a hub that cannot be reached as a Problem that names host and port. Thread-safe.
public final class HubLink implements AutoCloseable {
    private static final MediaType BYTES = MediaType.get("application/octet-stream");
    private static final MediaType JSON = MediaType.get("application/json");
    /// Streams carry a heartbeat each 10 s; three missed ones are a broken link.
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final int AT_ONCE = 64 << 10;

    private final HubAddress hub;
    private final OkHttpClient client;
    private final OkHttpClient streams;
    private volatile String bearer = "";

    private HubLink(HubAddress hub, OkHttpClient client) {
        this.hub = hub;
        this.client = client;
        this.streams = client.newBuilder().readTimeout(SILENCE).build();
    }

    public static HubLink to(HubContact contact) {
        var believing = HubCertificate.of(contact.caPem()).trustManager();
        return new HubLink(
                contact.address(),
                new OkHttpClient.Builder()
                        .sslSocketFactory(HubCertificate.context(believing).getSocketFactory(), believing)
                        .connectTimeout(Duration.ofSeconds(5))
                        .readTimeout(Duration.ofSeconds(20))
                        .build());
    }

    /// What all requests from now on show.
    public void show(String newBearer) {
        bearer = newBearer;
    }

    /// Where in the hub something is: a path and further parts, encoded.
    public HttpUrl at(String path, String... more) {
        var url = new HttpUrl.Builder()
                .scheme("https")
                .host(hub.host())
                .port(hub.httpsPort())
                .encodedPath(path);
        for (String part : more) {
            url.addPathSegment(part);
        }
        return url.build();
    }

    public <T> T get(HttpUrl url, Class<T> type) {
        return Json.read(answer(request(url).get().build()), type);
    }

    public <T> List<T> list(HttpUrl url, Class<T[]> type) {
        return List.of(get(url, type));
    }

    /// Empty when the hub does not know it.
    public <T> Optional<T> find(HttpUrl url, Class<T> type) {
        try {
            return Optional.of(get(url, type));
        } catch (ProblemException refused) {
            if (refused.problem().code().endsWith(".not-known")) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    public <T> T put(HttpUrl url, Object body, Class<T> type) {
        return Json.read(put(url, body), type);
    }

    public byte[] put(HttpUrl url, Object body) {
        return answer(request(url).put(json(body)).build());
    }

    public <T> T post(HttpUrl url, Object body, Class<T> type) {
        return Json.read(answer(request(url).post(json(body)).build()), type);
    }

    /// Puts an edit in the place of what has this etag; the hub refuses it when that has changed.
    public <T> T putOver(HttpUrl url, String etag, Object body, Class<T> type) {
        var request = request(url).header("If-Match", "\"" + etag + "\"").put(json(body));
        return Json.read(answer(request.build()), type);
    }

    /// The same as `post` for a question whose answer may take that long.
    public <T> T postSlowly(HttpUrl url, Object body, Class<T> type, Duration patience) {
        var patient = client.newBuilder().readTimeout(patience).build();
        return Json.read(answer(patient, request(url).post(json(body)).build()), type);
    }

    public void delete(HttpUrl url) {
        answer(request(url).delete().build());
    }

    public <T> T delete(HttpUrl url, Class<T> type) {
        return Json.read(answer(request(url).delete().build()), type);
    }

    /// Sends a file of any length.
    public void upload(HttpUrl url, Path file) {
        answer(request(url).put(RequestBody.create(file.toFile(), BYTES)).build());
    }

    /// Writes an answer of any length. What was written of one that broke off is a part only.
    public void download(HttpUrl url, OutputStream into) {
        try (Response response = streams.newCall(request(url).get().build()).execute()) {
            check(response);
            InputStream bytes = response.body().byteStream();
            for (byte[] next = bytes.readNBytes(AT_ONCE); next.length > 0; next = bytes.readNBytes(AT_ONCE)) {
                write(next, into);
            }
        } catch (IOException broken) {
            throw new ProblemException(LinkProblems.unreachable(hub, broken), broken);
        }
    }

    private static void write(byte[] bytes, OutputStream into) {
        try {
            into.write(bytes);
        } catch (IOException refused) {
            throw new ProblemException(LinkProblems.notWritten(refused), refused);
        }
    }

    /// A stream of events, to be executed and cancelled by whoever reads it.
    ///
    /// @param lastEventId the last event seen; null for none
    public Call stream(HttpUrl url, @Nullable String lastEventId) {
        var request = request(url).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return streams.newCall(request.build());
    }

    /// Throws what the hub says is wrong, unless the answer is a good one.
    public static void check(Response response) throws IOException {
        if (!response.isSuccessful()) {
            throw new ProblemException(problem(response.code(), response.body().bytes()));
        }
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private byte[] answer(Request request) {
        return answer(client, request);
    }

    private byte[] answer(OkHttpClient by, Request request) {
        try (Response response = by.newCall(request).execute()) {
            check(response);
            return response.body().bytes();
        } catch (IOException unreachable) {
            throw new ProblemException(LinkProblems.unreachable(hub, unreachable), unreachable);
        }
    }

    private Request.Builder request(HttpUrl url) {
        var request = new Request.Builder().url(url);
        return bearer.isEmpty() ? request : request.header("Authorization", "Bearer " + bearer);
    }

    private static RequestBody json(Object body) {
        return RequestBody.create(Json.write(body), JSON);
    }

    private static Problem problem(int status, byte[] body) {
        try {
            var problem = Json.read(body, Problem.class);
            return problem.code() == null ? LinkProblems.oddAnswer(status) : problem;
        } catch (ProblemException noProblem) {
            return LinkProblems.oddAnswer(status);
        }
    }
}
