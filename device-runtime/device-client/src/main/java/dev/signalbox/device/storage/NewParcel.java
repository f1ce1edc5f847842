// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import java.util.List;

/// Messages of one commit and one priority, on their way to the disk.
public record NewParcel(ParcelRow row, List<Entry> entries) {}
