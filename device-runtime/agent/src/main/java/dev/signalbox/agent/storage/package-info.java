// SPDX-License-Identifier: Apache-2.0
/// Files that are whole or not there, whatever happens to the power.
@NullMarked
package dev.signalbox.agent.storage;

import org.jspecify.annotations.NullMarked;
