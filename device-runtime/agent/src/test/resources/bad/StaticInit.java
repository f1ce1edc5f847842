/// Cannot even be loaded.
public class StaticInit extends CustomService {
    private static final int SIZE = Integer.parseInt("many");

    @Override
    public void start() {
        debug("size " + SIZE);
    }
}
