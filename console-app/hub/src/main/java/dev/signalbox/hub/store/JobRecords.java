// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Jobs, and how each of their devices fares.
public interface JobRecords {
    Optional<StoredJob> find(String id);

    /// Those that have not ended, oldest first.
    List<StoredJob> open();

    /// Oldest first, from those after a number on.
    List<StoredJob> after(long number, int most);

    /// Newest first, from those before a number on.
    List<StoredJob> before(long number, int most);

    /// Adds one; its number is given here.
    void add(StoredJob.Order order, Instant createdAt, JobState state);

    /// Replaces one that is known.
    void put(StoredJob job);

    /// Removes those that ended before, with all their devices.
    void deleteEndedBefore(Instant time);

    Optional<StoredJobDevice> device(String job, DeviceId device);

    /// Adds or replaces.
    void putDevice(StoredJobDevice device);

    /// By device id, from those after one on.
    ///
    /// @param after a device id, or empty for the first ones
    List<StoredJobDevice> devices(String job, String after, int most);

    /// The same of those in that state.
    List<StoredJobDevice> devices(String job, JobDeviceState state, String after, int most);

    /// How many failed with that code.
    long failedWith(String job, String errorCode);

    /// Those in that state, of all jobs.
    List<StoredJobDevice> inState(JobDeviceState state);

    /// Those that wait to be asked, by device id, from those after one on.
    ///
    /// @param after a device id, or empty for the first ones
    List<DeviceId> pending(String job, String after, int most);

    /// Ends all those that wait to be asked.
    ///
    /// @param errorCode empty unless they failed
    /// @param errorText empty unless they failed
    void endPending(String job, JobDeviceState how, Instant at, String errorCode, String errorText);

    /// Forgets all devices of a job.
    void deleteDevices(String job);

    /// How many devices are in which state.
    Map<JobDeviceState, Long> tally(String job);
}
