// SPDX-License-Identifier: Apache-2.0
/// What devices and hub publish to each other: the IoT Hub's topics as values.
@NullMarked
package dev.signalbox.protocol.topic;

import org.jspecify.annotations.NullMarked;
