// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

/// Wakes the link, which is made after those who wake it.
final class Waking implements Runnable {
    private volatile Runnable link = () -> {};

    void wake(Runnable whom) {
        link = whom;
    }

    @Override
    public void run() {
        link.run();
    }
}
