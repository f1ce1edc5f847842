// SPDX-License-Identifier: Apache-2.0
/// Making the start caches of hub, node and console by running a short story through them.
@NullMarked
package dev.signalbox.cli.training;

import org.jspecify.annotations.NullMarked;
