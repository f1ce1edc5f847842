import java.io.FileInputStream;
import java.io.IOException;

/// Opens a file for each message and closes none.
public class FileLeak extends CustomService {
    private final List<FileInputStream> open = new ArrayList<>();

    @Override
    public void start() {
        every(Duration.ofMillis(1), () -> open());
    }

    private void open() {
        try {
            open.add(new FileInputStream("/dev/null"));
        } catch (IOException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
