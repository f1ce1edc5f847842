/// A thread for each message, and none of them ends.
public class ThreadLeak extends CustomService {
    @Override
    public void start() {
        every(Duration.ofMillis(2), () -> new Thread(() -> hang()).start());
    }

    private void hang() {
        try {
            Thread.sleep(Duration.ofDays(1));
        } catch (InterruptedException stopped) {
            return;
        }
    }
}
