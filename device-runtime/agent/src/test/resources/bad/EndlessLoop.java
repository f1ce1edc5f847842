/// Never comes back, and catches whatever would end it.
public class EndlessLoop extends CustomService {
    @Override
    public void start() {
        after(Duration.ofMillis(10), () -> turn());
    }

    private void turn() {
        long n = 0;
        while (n >= 0) {
            try {
                n = n % 7 + 1;
            } catch (Throwable any) {
                n = 1;
            }
        }
    }
}
