import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/// Takes two locks in the wrong order, and waits for the second so that it can be interrupted.
public class Deadlock extends CustomService {
    private final ReentrantLock left = new ReentrantLock();
    private final ReentrantLock right = new ReentrantLock();
    private final CountDownLatch both = new CountDownLatch(2);

    @Override
    public void start() {
        new Thread(() -> take(left, right), "other").start();
        after(Duration.ofMillis(1), () -> take(right, left));
    }

    private void take(ReentrantLock first, ReentrantLock second) {
        first.lock();
        try {
            both.countDown();
            both.await();
            second.lockInterruptibly();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        } finally {
            first.unlock();
        }
    }
}
