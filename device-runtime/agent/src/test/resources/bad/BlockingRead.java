import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/// Waits for an answer that never comes, without a time-out.
public class BlockingRead extends CustomService {
    @Override
    public void start() {
        after(Duration.ofMillis(10), () -> read());
    }

    private void read() {
        try (var silent = new ServerSocket(0);
                var socket = new Socket("localhost", silent.getLocalPort())) {
            debug("read " + socket.getInputStream().read());
        } catch (IOException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
