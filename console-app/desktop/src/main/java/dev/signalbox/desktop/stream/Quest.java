// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.stream.Streams;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// A person's way back through a stream, of which the last one counts only. Used on the FX thread only.
final class Quest {
    private final Streams hub;
    private final OnFx fx;
    private Wanted wanted = Wanted.ALL;
    private Backwards walk;
    private Reach reach = Reach.NONE;
    private long number;

    Quest(Streams hub, OnFx fx) {
        this.hub = hub;
        this.fx = fx;
        walk = new Backwards(hub, 0, Wanted.ALL, OptionalLong.of(0));
    }

    /// Another stream is looked through.
    void in(long stream) {
        number = stream;
        wanted = Wanted.ALL;
    }

    /// Looks for something else from now on.
    void wants(Wanted what) {
        wanted = what;
    }

    /// From there on, or from the newest message; what was under way before comes to nothing.
    void begin(OptionalLong before) {
        walk.stop();
        walk = new Backwards(hub, number, wanted, before);
        reach = Reach.NONE;
    }

    /// @param isFirst whether nothing was looked at before
    record Found(Backwards.Step step, boolean isFirst) {}

    /// Goes one step back.
    void step(Consumer<Found> show, Consumer<Problem> explain) {
        Backwards mine = walk;
        fx.fetch(
                mine::next,
                step -> {
                    if (mine == walk) {
                        boolean isFirst = reach.isNone();
                        reach = reach.and(step);
                        show.accept(new Found(step, isFirst));
                    }
                },
                why -> {
                    if (mine == walk) {
                        explain.accept(why);
                    }
                });
    }

    /// Stops; the next step goes on from where the last one ended.
    void stop() {
        walk.stop();
        walk = new Backwards(hub, number, wanted, reach.before());
    }

    /// What came meanwhile was looked at too.
    void hasSeen(long key) {
        reach = reach.upTo(key + 1);
    }

    long number() {
        return number;
    }

    Wanted wanted() {
        return wanted;
    }

    /// How far one is, in words.
    String words(int shown, More more) {
        if (reach.isNone() && more == More.STOPPED) {
            return "";
        }
        return wanted.isAll() ? reach.words(shown, more == More.END) : reach.words(shown, more);
    }
}
