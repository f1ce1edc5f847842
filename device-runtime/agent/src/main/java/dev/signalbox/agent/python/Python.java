// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.python;

import dev.signalbox.agent.child.ChildLaunch;
import dev.signalbox.agent.child.ChildProgram;
import dev.signalbox.agent.child.ChildSource;
import dev.signalbox.agent.release.PackageFiles;
import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.agent.storage.Folder;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// Makes programs of Python services. The interpreter is looked for, and our files are unpacked, at the first need.
/// Used by one thread.
public final class Python {
    private static final String CHILD = "signalbox_child";
    /// Whoever only reads a source starts sooner without them.
    private static final String WITHOUT_PACKAGES = "-S";

    private static final String SOURCES = "services";
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
        SourceCheck.check(launch(List.of(WITHOUT_PACKAGES, "-m", CHILD + ".check")), sources);
    }

    /// A program whose first process is started already. Installs the packages the release locks for it,
    /// if they are not here yet, which may take minutes.
    public ChildProgram program(StepPlan plan, String source, PackageFiles packages) {
        String file = plan.service() + ".py";
        Folder kept = folder.in(SOURCES).in(plan.bundle().hex());
        keep(kept, file, source.getBytes(StandardCharsets.UTF_8));
        String path = kept.path().resolve(file).toString();
        Optional<Path> locked =
                packages.isEmpty() ? Optional.empty() : Optional.of(new Wheels(this::launch).installed(packages));
        return new ChildProgram(launch(List.of("-m", CHILD, path), locked), new ChildSource(file, true), onTrial)
                .warm();
    }

    /// A node goes back to what it ran before also while its disk takes nothing.
    private static void keep(Folder folder, String file, byte[] source) {
        if (!folder.holds(file, source)) {
            folder.write(file, source);
        }
    }

    /// Deletes the sources that no step of these runs.
    public void keepOnly(Collection<StepPlan> plans) {
        Set<String> needed = plans.stream().map(plan -> plan.bundle().hex()).collect(Collectors.toSet());
        folder.in(SOURCES).deleteUnless(needed::contains);
    }

    private ChildLaunch launch(List<String> arguments) {
        return launch(arguments, Optional.empty());
    }

    private ChildLaunch launch(List<String> arguments, Optional<Path> locked) {
        var command = new ArrayList<String>();
        command.add(interpreter().path());
        command.addAll(arguments);
        return new ChildLaunch(command, environment(locked), folder.path());
    }

    private Interpreter interpreter() {
        Interpreter known = interpreter.orElseGet(Interpreter::find);
        interpreter = Optional.of(known);
        return known;
    }

    /// What a release locks comes before Python's own and what was added while services ran, behind our
    /// own few files.
    private Map<String, String> environment(Optional<Path> locked) {
        Path files = PythonFiles.unpackedIn(folder);
        var environment = new HashMap<String, String>();
        environment.put(
                "PYTHONPATH",
                locked.map(path -> files + File.pathSeparator + path).orElse(files.toString()));
        environment.put("PYTHONUTF8", "1");
        environment.put("PYTHONUNBUFFERED", "1");
        environment.put("HOME", folder.in("home").path().toString());
        environment.put("SIGNALBOX_PACKAGES", folder.in("packages").path().toString());
        Optional.ofNullable(System.getProperty("signalbox.pip-from", System.getenv(PIP_FROM)))
                .ifPresent(source -> environment.put(PIP_FROM, source));
        return environment;
    }
}
