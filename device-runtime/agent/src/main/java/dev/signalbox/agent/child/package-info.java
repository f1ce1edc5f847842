// SPDX-License-Identifier: Apache-2.0
/// Services in processes of their own, which speak lines of JSON over their standard streams.
@NullMarked
package dev.signalbox.agent.child;

import org.jspecify.annotations.NullMarked;
