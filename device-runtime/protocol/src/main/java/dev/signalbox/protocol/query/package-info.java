// SPDX-License-Identifier: Apache-2.0
/// Queries and conditions as values: the WHERE part of the IoT Hub query is the one expression language there is.
@NullMarked
package dev.signalbox.protocol.query;

import org.jspecify.annotations.NullMarked;
