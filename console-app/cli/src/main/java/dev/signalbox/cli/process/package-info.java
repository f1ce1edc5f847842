// SPDX-License-Identifier: Apache-2.0
/// Starting hub, node and console as processes of their own, and ending them.
@NullMarked
package dev.signalbox.cli.process;

import org.jspecify.annotations.NullMarked;
