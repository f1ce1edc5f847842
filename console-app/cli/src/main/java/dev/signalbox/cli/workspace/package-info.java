// SPDX-License-Identifier: Apache-2.0
/// Services and flows as files of a folder.
@NullMarked
package dev.signalbox.cli.workspace;

import org.jspecify.annotations.NullMarked;
