/// Its helper dies and nobody notices.
public class UncaughtInThread extends CustomService {
    @Override
    public void start() {
        new Thread(() -> { throw new IllegalStateException("nobody catches this"); }, "helper").start();
    }
}
