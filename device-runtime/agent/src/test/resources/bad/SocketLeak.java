import java.io.IOException;
import java.net.DatagramSocket;

/// Opens a socket for each message and closes none.
public class SocketLeak extends CustomService {
    private final List<DatagramSocket> open = new ArrayList<>();

    @Override
    public void start() {
        every(Duration.ofMillis(1), () -> open());
    }

    private void open() {
        try {
            open.add(new DatagramSocket());
        } catch (IOException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
