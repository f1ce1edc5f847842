// SPDX-License-Identifier: Apache-2.0
/// The door for back ends: Azure IoT Hub's service side over HTTPS, path by path, so that unmodified back ends work.
@NullMarked
package dev.signalbox.hub.azure;

import org.jspecify.annotations.NullMarked;
