// SPDX-License-Identifier: Apache-2.0
/// What back ends do with devices, in IoT Hub's documents: identities and twins.
@NullMarked
package dev.signalbox.hub.backend;

import org.jspecify.annotations.NullMarked;
