// SPDX-License-Identifier: Apache-2.0
// A device as one writes it with Microsoft's Node client. Says in one line each what happened to it.
'use strict';

const fs = require('fs');
const { Client, Message } = require('azure-iot-device');
const { Mqtt } = require('azure-iot-device-mqtt');

function say(what) {
  process.stdout.write(what + '\n');
}

function fail(error) {
  say('failed ' + error);
  process.exit(1);
}

async function run() {
  const client = Client.fromConnectionString(process.env.CONNECTION, Mqtt);
  await client.setOptions({ ca: fs.readFileSync(process.env.CA_FILE, 'utf8') });
  client.on('error', fail);
  client.on('message', (message) => {
    say('message ' + message.getData().toString() + ' valve=' + message.properties.getValue('valve'));
    client.complete(message, (error) => (error ? fail(error) : say('completed')));
  });
  await client.open();

  const telemetry = new Message(JSON.stringify({ bar: 3 }));
  telemetry.messageId = 'm-1';
  telemetry.properties.add('unit', 'bar & more');
  await client.sendEvent(telemetry);
  say('sent');

  client.onDeviceMethod('reboot', (request, response) => {
    response.send(201, { did: request.methodName, with: request.payload }, (error) => {
      if (error) {
        fail(error);
      }
    });
  });

  const twin = await client.getTwin();
  twin.on('properties.desired', (desired) => {
    if (desired.speed === undefined) {
      return;
    }
    twin.properties.reported.update({ speed: desired.speed }, (error) =>
      error ? fail(error) : say('reported ' + desired.speed));
  });
  say('ready');
}

run().catch(fail);
