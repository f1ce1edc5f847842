// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.query.Inquiry;
import dev.signalbox.hub.query.Page;
import dev.signalbox.hub.query.PageRequest;
import dev.signalbox.hub.query.Paging;
import dev.signalbox.hub.store.QueryRecords.FoundInJob;
import dev.signalbox.hub.store.QueryRecords.Position;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.protocol.query.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Answers what is asked `FROM devices.jobs`: about each device of each job.
public final class JobInquiry implements Inquiry {
    private final Paging paging;

    public JobInquiry(RegistryStore store) {
        this.paging = new Paging(store, JobInquiry::find);
    }

    @Override
    public Page answer(Query query, PageRequest page) {
        return paging.answer(query, page);
    }

    private static List<Paging.Document> find(Records records, Query query, Position after, int most) {
        Map<String, StoredJob> jobs = new HashMap<>();
        return records.queries().findInJobs(query, after, most).stream()
                .map(found -> document(records, jobs, found))
                .toList();
    }

    private static Paging.Document document(Records records, Map<String, StoredJob> jobs, FoundInJob found) {
        StoredJob job =
                jobs.computeIfAbsent(found.job(), id -> records.jobs().find(id).orElseThrow());
        return new Paging.Document(
                JobDocument.of(
                        job,
                        records.jobDevices().find(found.job(), found.device()).orElseThrow()),
                found.position());
    }
}
