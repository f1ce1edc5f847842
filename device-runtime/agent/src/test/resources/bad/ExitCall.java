/// Thinks the process is its own.
public class ExitCall extends CustomService {
    @Override
    public void start() {
        after(Duration.ofMillis(10), () -> System.exit(3));
    }
}
