// SPDX-License-Identifier: Apache-2.0
/// What authors write, version by version.
@NullMarked
package dev.signalbox.hub.service;

import org.jspecify.annotations.NullMarked;
