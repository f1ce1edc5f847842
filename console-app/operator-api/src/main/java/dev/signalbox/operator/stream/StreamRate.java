// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.stream;

/// How busy a stream is.
///
/// @param channel its number
/// @param perSecond messages in the last seconds
/// @param bytesPerSecond of their payloads as sent
/// @param repeated messages dropped because they came before, since the hub started
/// @param dead dead letters of messages that named this stream, since the hub started; in channel 0, of any
public record StreamRate(long channel, double perSecond, double bytesPerSecond, long repeated, long dead) {}
