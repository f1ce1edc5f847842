// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.python;

import dev.signalbox.agent.child.ChildLaunch;
import dev.signalbox.agent.child.ChildProgram;
import dev.signalbox.agent.child.ChildSource;
import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.agent.storage.Folder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Makes programs of Python services. The interpreter is looked for, and our files are unpacked, at the first need.
/// Used by one thread.
public final class Python {
    private static final String CHILD = "signalbox_child";
    private static final String PIP_FROM = "SIGNALBOX_PIP_FROM";

    private final Folder folder;
    private final BooleanSupplier onTrial;
    private Optional<Interpreter> interpreter = Optional.empty();

    /// @param folder for sources, packages and what services keep at home
    /// @param onTrial whether a failure is to take the node back to the release before
    public Python(Folder folder, BooleanSupplier onTrial) {
        this.folder = folder;
        this.onTrial = onTrial;
    }

    /// Throws ProblemException `python.missing`, or `service.does-not-compile` with file, line and column.
    public void check(List<PythonSource> sources) {
        SourceCheck.check(launch(List.of("-m", CHILD + ".check")), sources);
    }

    /// A program whose first process is started already.
    public ChildProgram program(StepPlan plan, String source) {
        String file = plan.service() + ".py";
        Folder kept = folder.in("services").in(plan.bundle().hex());
        kept.write(file, source.getBytes(StandardCharsets.UTF_8));
        String path = kept.path().resolve(file).toString();
        return new ChildProgram(launch(List.of("-m", CHILD, path)), new ChildSource(file, true), onTrial).warm();
    }

    private ChildLaunch launch(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(interpreter().path());
        command.addAll(arguments);
        return new ChildLaunch(command, environment(), folder.path());
    }

    private Interpreter interpreter() {
        Interpreter known = interpreter.orElseGet(Interpreter::find);
        interpreter = Optional.of(known);
        return known;
    }

    private Map<String, String> environment() {
        Path files = PythonFiles.unpackedIn(folder);
        var environment = new HashMap<String, String>();
        environment.put("PYTHONPATH", files.toString());
        environment.put("PYTHONUTF8", "1");
        environment.put("PYTHONUNBUFFERED", "1");
        environment.put("HOME", folder.in("home").path().toString());
        environment.put("SIGNALBOX_PACKAGES", folder.in("packages").path().toString());
        Optional.ofNullable(System.getProperty("signalbox.pip-from", System.getenv(PIP_FROM)))
                .ifPresent(source -> environment.put(PIP_FROM, source));
        return environment;
    }
}
