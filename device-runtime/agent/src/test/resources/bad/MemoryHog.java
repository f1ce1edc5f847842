/// Keeps all it ever made.
public class MemoryHog extends CustomService {
    private static final List<long[]> KEPT = new ArrayList<>();

    @Override
    public void start() {
        every(Duration.ofMillis(1), () -> KEPT.add(new long[1_024]));
    }
}
