// SPDX-License-Identifier: Apache-2.0
/// Services and their versions, as an operator edits them.
@NullMarked
package dev.signalbox.workbench.service;

import org.jspecify.annotations.NullMarked;
