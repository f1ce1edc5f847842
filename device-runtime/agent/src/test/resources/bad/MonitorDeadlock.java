import java.util.concurrent.CountDownLatch;

/// Takes two locks in the wrong order. Nothing in Java ends such a wait.
public class MonitorDeadlock extends CustomService {
    private final Object left = new Object();
    private final Object right = new Object();
    private final CountDownLatch both = new CountDownLatch(2);

    @Override
    public void start() {
        new Thread(() -> take(left, right), "other").start();
        after(Duration.ofMillis(1), () -> take(right, left));
    }

    private void take(Object first, Object second) {
        synchronized (first) {
            try {
                both.countDown();
                both.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            synchronized (second) {
                debug("never");
            }
        }
    }
}
