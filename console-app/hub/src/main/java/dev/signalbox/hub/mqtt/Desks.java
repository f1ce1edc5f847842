// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.hub.cloud.CloudMessages;
import dev.signalbox.hub.method.Methods;

/// All that connections hand on what they hear.
public record Desks(MessageDesk messages, TwinDesk twins, Methods methods, CloudMessages cloud) {}
