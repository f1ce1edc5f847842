// SPDX-License-Identifier: Apache-2.0
/// The devices of people who integrate, as an operator sees them: identities, twins, methods, messages.
@NullMarked
package dev.signalbox.workbench.device;

import org.jspecify.annotations.NullMarked;
