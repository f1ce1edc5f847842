/// Has no end condition.
public class StackOverflow extends CustomService {
    @Override
    public void start() {
        after(Duration.ofMillis(10), () -> debug("sum " + sum(1)));
    }

    private long sum(long n) {
        return n + sum(n + 1);
    }
}
