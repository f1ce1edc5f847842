// SPDX-License-Identifier: Apache-2.0
/// The editor for source and JSON that pages are made with: a text area, and what it can do beyond taking text.
@NullMarked
package dev.signalbox.desktop.code;

import org.jspecify.annotations.NullMarked;
