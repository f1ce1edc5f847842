// SPDX-License-Identifier: Apache-2.0
// A device that shows a certificate, as one writes it with Microsoft's Node client.
'use strict';

const fs = require('fs');
const { Client, Message } = require('azure-iot-device');
const { Mqtt } = require('azure-iot-device-mqtt');

async function run() {
  const client = Client.fromConnectionString(process.env.CONNECTION, Mqtt);
  await client.setOptions({
    ca: fs.readFileSync(process.env.CA_FILE, 'utf8'),
    cert: fs.readFileSync(process.argv[2] + '.pem', 'utf8'),
    key: fs.readFileSync(process.argv[2] + '.key', 'utf8'),
  });
  await client.open();
  await client.sendEvent(new Message('in'));
  process.stdout.write('sent\n');
  await client.close();
}

run().catch((error) => {
  process.stdout.write('failed ' + error + '\n');
  process.exit(1);
});
