// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

/// The smallest thing that is saved.
record Note(String text, int etag) {}
