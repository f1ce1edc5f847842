// SPDX-License-Identifier: Apache-2.0
/// The types an author of a service sees: the service itself, its messages, properties and timers.
@NullMarked
package dev.signalbox.api;

import org.jspecify.annotations.NullMarked;
