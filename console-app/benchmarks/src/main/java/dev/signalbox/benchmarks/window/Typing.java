// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.window;

import dev.signalbox.benchmarks.Figures;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Types letters at the pace of a quick writer and takes the time the window's thread is busy with each: what the key
/// does, and the frame that is laid out after it. The wait for that frame, up to 17 ms, is the platform's.
final class Typing {
    private static final Duration PACE = Duration.ofMillis(60);
    private static final int KEYS = 400;
    private static final String LETTERS = "measured";

    private final Scene scene;
    private final Node target;

    /// @param target what has the keys
    Typing(Scene scene, Node target) {
        this.scene = scene;
        this.target = target;
    }

    /// Types for a while, then for the record: `keys`, the median and the 95th of a hundred, in milliseconds.
    void tell() throws InterruptedException {
        type(KEYS / 2);
        Figures keys = Figures.of("", "ms", type(KEYS));
        System.out.printf(Locale.ROOT, "keys %.2f %.2f%n", keys.median(), keys.p95());
    }

    /// Milliseconds for each of so many letters; now and then the place is another one, half a page further down.
    private double[] type(int letters) throws InterruptedException {
        var times = new double[letters];
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            for (int i = 0; i < letters; i++) {
                if (i % 20 == 0) {
                    Ui.on(this::moveOn);
                    // what moving on leads to is not what is measured
                    clock.schedule(() -> "", 300, TimeUnit.MILLISECONDS).get();
                }
                times[i] = one(LETTERS.substring(i % LETTERS.length(), i % LETTERS.length() + 1));
                clock.schedule(() -> "", PACE.toMillis(), TimeUnit.MILLISECONDS).get();
            }
        } catch (java.util.concurrent.ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        return times;
    }

    private String moveOn() {
        for (KeyCode key : new KeyCode[] {KeyCode.ESCAPE, KeyCode.PAGE_DOWN, KeyCode.END}) {
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        }
        return "";
    }

    private double one(String letter) {
        var done = new CompletableFuture<Double>();
        Platform.runLater(() -> {
            long begin = System.nanoTime();
            Event.fireEvent(
                    target,
                    new KeyEvent(KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false));
            long handled = System.nanoTime() - begin;
            afterNextFrame(handled, done);
        });
        return done.join();
    }

    private void afterNextFrame(long handled, CompletableFuture<Double> done) {
        var timer = new AnimationTimer() {
            private long frame;

            @Override
            public void handle(long ignored) {
                frame = System.nanoTime();
                stop();
            }
        };
        Runnable laidOut = new Runnable() {
            @Override
            public void run() {
                if (timer.frame != 0) {
                    scene.removePostLayoutPulseListener(this);
                    done.complete((handled + System.nanoTime() - timer.frame) / 1e6);
                }
            }
        };
        scene.addPostLayoutPulseListener(laidOut);
        timer.start();
    }
}
