/// Tells everything, 100,000 times a second.
public class LogFlood extends CustomService {
    @Override
    public void start() {
        every(Duration.ofMillis(10), () -> {
            for (int n = 0; n < 1_000; n++) {
                debug("line " + n);
            }
        });
    }
}
