// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.operator.job.JobTally;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How each device of each job fares. A job may be for any number of devices, so all that concerns many takes a bound,
/// and is called again until nothing is left.
public interface JobDeviceRecords {
    Optional<StoredJobDevice> find(String job, DeviceId device);

    /// Adds or replaces.
    void put(StoredJobDevice device);

    /// By device id, from those after one on.
    ///
    /// @param after a device id, or empty for the first ones
    List<StoredJobDevice> after(String job, String after, int most);

    /// The same of those in that state.
    List<StoredJobDevice> after(String job, JobDeviceState state, String after, int most);

    /// Some that are in that state, of all jobs.
    List<StoredJobDevice> inState(JobDeviceState state, int most);

    /// Those that wait to be asked, by device id, from those after one on.
    ///
    /// @param after a device id, or empty for the first ones
    List<DeviceId> pending(String job, String after, int most);

    /// Ends some of those that wait to be asked, as `ended` says of each.
    ///
    /// @return how many these were; fewer than `most` when none is left
    int endPending(String job, Ended ended, int most);

    /// Forgets some devices of a job.
    ///
    /// @return how many these were; fewer than `most` when none is left
    int delete(String job, int most);

    /// How many devices stand where. It is kept with each change, not counted, so it costs the same for any number.
    JobTally tally(String job);

    /// How those ended that were never asked.
    ///
    /// @param errorCode empty unless they failed
    /// @param errorText empty unless they failed
    record Ended(JobDeviceState how, Instant at, String errorCode, String errorText) {}
}
