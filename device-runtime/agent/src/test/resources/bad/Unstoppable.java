import java.util.stream.Stream;

/// Loops for ever in code that is not its own.
public class Unstoppable extends CustomService {
    @Override
    public void start() {
        after(Duration.ofMillis(10), () -> debug("count " + Stream.generate(Map::of).count()));
    }
}
