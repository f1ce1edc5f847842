// SPDX-License-Identifier: Apache-2.0
// A device that brings two files with Microsoft's Node client: in one call, and step by step. Says "done", or fails.
'use strict';

const fs = require('fs');
const https = require('https');
const { Readable } = require('stream');
const { Client } = require('azure-iot-device');
const { Mqtt } = require('azure-iot-device-mqtt');

function put(address, text) {
  return new Promise((resolve, reject) => {
    const request = https.request(address, { method: 'PUT', headers: { 'x-ms-blob-type': 'BlockBlob' } }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
    });
    request.on('error', reject);
    request.end(text);
  });
}

async function run() {
  const client = Client.fromConnectionString(process.env.CONNECTION, Mqtt);
  await client.setOptions({ ca: fs.readFileSync(process.env.CA_FILE, 'utf8') });

  const whole = Buffer.alloc(6000000, 'x');
  await client.uploadToBlob('whole.txt', Readable.from([whole]), whole.length);

  const place = await client.getBlobSharedAccessSignature('in-steps.txt');
  const address = `https://${place.hostName}/${place.containerName}/${place.blobName}${place.sasToken}`;
  const status = await put(address, 'step by step');
  await client.notifyBlobUploadStatus(place.correlationId, status === 201, status, 'put');
}

run()
  .then(() => process.stdout.write('done\n'))
  .then(() => process.exit(0))
  .catch((error) => {
    process.stdout.write('failed ' + (error.stack || error) + ' ' + (error.innerError || '') + '\n');
    process.exit(1);
  });
