// SPDX-License-Identifier: Apache-2.0
/// What operators did: written down before it is done.
@NullMarked
package dev.signalbox.hub.audit;

import org.jspecify.annotations.NullMarked;
