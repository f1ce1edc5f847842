// SPDX-License-Identifier: Apache-2.0
/// The demo: a hub, two nodes and a console with a sample workspace.
@NullMarked
package dev.signalbox.cli.demo;

import org.jspecify.annotations.NullMarked;
