// SPDX-License-Identifier: Apache-2.0
// A back end as one writes it with Microsoft's Node service client. Plays one part, says "done", or fails.
'use strict';

const assert = require('assert');
const { Registry, Client, JobClient } = require('azure-iothub');

const connection = process.env.CONNECTION;
const registry = Registry.fromConnectionString(connection);
const jobs = JobClient.fromConnectionString(connection);

function say(what) {
  process.stdout.write(what + '\n');
}

const parts = {
  async registry() {
    const made = (await registry.create({ deviceId: 'pump-9', status: 'enabled' })).responseBody;
    assert.ok(made.authentication.symmetricKey.primaryKey);
    await assert.rejects(registry.create({ deviceId: 'pump-9' }), { name: 'DeviceAlreadyExistsError' });
    await registry.update({ ...made, status: 'disabled', statusReason: 'in repair' });
    assert.strictEqual((await registry.get('pump-9')).responseBody.statusReason, 'in repair');
    assert.strictEqual((await registry.getRegistryStatistics()).responseBody.disabledDeviceCount, 1);
    await registry.addModule({ deviceId: 'pump-9', moduleId: 'motor', managedBy: 'the test' });
    assert.deepStrictEqual(
      (await registry.getModulesOnDevice('pump-9')).responseBody.map((module) => module.moduleId), ['motor']);
    await registry.removeModule('pump-9', 'motor');
    const added = await registry.addDevices([{ deviceId: 'pump-7' }, { deviceId: 'pump-8' }]);
    assert.strictEqual(added.responseBody.isSuccessful, true);
    assert.strictEqual((await registry.list()).responseBody.length, 5);
    await registry.removeDevices([{ deviceId: 'pump-7' }, { deviceId: 'pump-8' }], true);
    await registry.delete('pump-9');
    await assert.rejects(registry.get('pump-9'), { name: 'DeviceNotFoundError' });
  },

  async twins() {
    const twin = (await registry.getTwin('pump-1')).responseBody;
    assert.strictEqual(twin.tags.hall, 'B');
    const stale = twin.etag;
    await twin.update({ tags: { floor: 3 }, properties: { desired: { speed: 7 } } });
    assert.strictEqual(twin.properties.desired.speed, 7);
    await assert.rejects(
      registry.updateTwin('pump-1', { tags: { floor: 4 } }, stale), { name: 'InvalidEtagError' });
    const removed = (await registry.updateTwin('pump-1', { tags: { floor: null } }, '*')).responseBody;
    assert.deepStrictEqual(removed.tags, { hall: 'B' });
  },

  async queries() {
    await registry.addDevices(['a', 'b', 'c'].map((name) => ({ deviceId: 'valve-' + name })));
    for (const name of ['a', 'b', 'c']) {
      await registry.updateTwin('valve-' + name, { tags: { hall: name === 'c' ? 'C' : 'D' } }, '*');
    }
    const query = registry.createQuery("SELECT * FROM devices WHERE tags.hall = 'D'", 1);
    const found = [];
    while (query.hasMoreResults) {
      found.push(...(await query.nextAsTwin()).result.map((twin) => twin.deviceId));
    }
    assert.deepStrictEqual(found.sort(), ['valve-a', 'valve-b']);
    const counted = registry.createQuery('SELECT tags.hall AS hall, COUNT() AS n FROM devices GROUP BY tags.hall');
    const rows = (await counted.next()).result;
    assert.strictEqual(rows.find((row) => row.hall === 'D').n, 2);
    await assert.rejects(registry.createQuery('SELECT FROM').next(), { name: 'ArgumentError' });
  },

  async methods() {
    const client = Client.fromConnectionString(connection);
    const call = { methodName: 'reboot', payload: { delay: 5 }, responseTimeoutInSeconds: 30, connectTimeoutInSeconds: 20 };
    const answer = (await client.invokeDeviceMethod('pump-1', call)).result;
    assert.strictEqual(answer.status, 207);
    assert.deepStrictEqual(answer.payload, { done: true });
    await assert.rejects(
      client.invokeDeviceMethod('pump-2', { ...call, connectTimeoutInSeconds: 0 }),
      (error) => error.response.statusCode === 404 && /DeviceNotOnline/.test(error.response.headers['iothub-errorcode']));
  },

  async jobs() {
    await jobs.scheduleTwinUpdate(
      'tune', "tags.hall = 'B'", { etag: '*', properties: { desired: { speed: 7 } } }, new Date(), 60);
    const tuned = await ended('tune');
    assert.strictEqual(tuned.status, 'completed');
    assert.strictEqual(tuned.deviceJobStatistics.succeededCount, 1);
    assert.strictEqual((await registry.getTwin('pump-1')).responseBody.properties.desired.speed, 7);

    const call = { methodName: 'stop', payload: 'now', responseTimeoutInSeconds: 30 };
    await jobs.scheduleDeviceMethod('stop', "deviceId = 'pump-1'", call, new Date(), 30);
    assert.strictEqual((await ended('stop')).deviceJobStatistics.succeededCount, 1);
    const rows = registry.createQuery("SELECT * FROM devices.jobs WHERE devices.jobs.jobId = 'stop'");
    const row = (await rows.next()).result[0];
    assert.deepStrictEqual(row.outcome.deviceMethodResponse, { status: 200, payload: 'stopped' });

    await jobs.scheduleDeviceMethod('later', 'IS_DEFINED(deviceId)', call, new Date(Date.now() + 3600000), 60);
    assert.strictEqual((await jobs.cancelJob('later')).jobStatus.status, 'cancelled');
    const listed = (await jobs.createQuery('scheduleUpdateTwin', 'completed', 5).next()).result;
    assert.deepStrictEqual(listed.map((job) => job.jobId), ['tune']);
    const all = (await jobs.createQuery().next()).result;
    assert.deepStrictEqual(all.map((job) => job.jobId).sort(), ['later', 'stop', 'tune']);
    await assert.rejects(jobs.scheduleTwinUpdate('bad', 'SELECT * FROM devices', { etag: '*', tags: {} }, new Date(), 60));
  },
};

async function ended(id) {
  for (;;) {
    const job = (await jobs.getJob(id)).jobStatus;
    if (['completed', 'failed', 'cancelled'].includes(job.status)) {
      return job;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

parts[process.argv[2]]()
  .then(() => say('done'))
  .then(() => process.exit(0))
  .catch((error) => {
    say('failed ' + (error.stack || error) + ' ' + (error.responseBody || ''));
    process.exit(1);
  });
