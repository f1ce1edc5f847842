// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.packages;

import dev.signalbox.protocol.release.LockedPackage;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.spi.connector.transport.AbstractTransporter;
import org.eclipse.aether.spi.connector.transport.GetTask;
import org.eclipse.aether.spi.connector.transport.PeekTask;
import org.eclipse.aether.spi.connector.transport.PutTask;
import org.eclipse.aether.spi.connector.transport.Transporter;
import org.eclipse.aether.spi.connector.transport.TransporterFactory;
import org.eclipse.aether.transfer.NoTransporterException;

/// Fetches for Maven Resolver with the desk's own client: bounded, and never over an open line.
final class HttpTransporter extends AbstractTransporter {
    static final String NAME = "desk";

    private static final long LONGEST_SUM = 1_000;
    private static final Set<Integer> NOT_THERE = Set.of(404, 410);

    private final OkHttpClient http;
    private final HttpUrl from;

    private HttpTransporter(OkHttpClient http, HttpUrl from) {
        this.http = http;
        this.from = from;
    }

    record Factory(OkHttpClient http) implements TransporterFactory {
        @Override
        public Transporter newInstance(RepositorySystemSession session, RemoteRepository repository)
                throws NoTransporterException {
            HttpUrl from = HttpUrl.parse(repository.getUrl().replaceFirst("/*$", "/"));
            if (from == null) {
                throw new NoTransporterException(repository, "it has no address of HTTPS");
            }
            return new HttpTransporter(http, from);
        }

        @Override
        public float getPriority() {
            return 0;
        }
    }

    private static final class NotThere extends IOException {
        private static final long serialVersionUID = 1;

        NotThere(int code) {
            super("the repository answers " + code);
        }
    }

    @Override
    public int classify(Throwable error) {
        return error instanceof NotThere ? ERROR_NOT_FOUND : ERROR_OTHER;
    }

    @Override
    protected void implPeek(PeekTask task) throws IOException {
        answer(request(task.getLocation().toString()).head().build()).close();
    }

    @Override
    protected void implGet(GetTask task) throws Exception {
        try (Response answer = answer(request(task.getLocation().toString()).build())) {
            long most = task.getDataPath() == null ? LONGEST_SUM : LockedPackage.MOST_BYTES;
            InputStream body = new Bounded(answer.body().byteStream(), most);
            utilGet(task, body, true, answer.body().contentLength(), false);
        }
    }

    private Request.Builder request(String path) {
        return new Request.Builder().url(Objects.requireNonNull(from.resolve(path)));
    }

    private Response answer(Request request) throws IOException {
        Response answer = MavenClient.ask(http, request);
        if (!answer.isSuccessful()) {
            answer.close();
            throw NOT_THERE.contains(answer.code())
                    ? new NotThere(answer.code())
                    : new IOException("the repository answers " + answer.code());
        }
        return answer;
    }

    @Override
    protected void implPut(PutTask task) {
        throw new UnsupportedOperationException("A desk only reads");
    }

    @Override
    protected void implClose() {}

    /// Ends with an exception where more comes than may.
    private static final class Bounded extends FilterInputStream {
        private final long most;
        private long come;

        Bounded(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            return (int) counted(super.read(), 1);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            return (int) counted(read, read);
        }

        private long counted(int answer, int read) throws IOException {
            come += answer < 0 ? 0 : read;
            if (come > most) {
                throw new IOException("it has more than " + most + " bytes");
            }
            return answer;
        }
    }
}
